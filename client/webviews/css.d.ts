// the bundler takes style sheets in; a script only names them
declare module "*.css";
