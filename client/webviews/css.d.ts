// the bundler handles style sheets; scripts only import them
declare module "*.css";
