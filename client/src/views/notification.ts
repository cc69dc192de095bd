/** Escapes foreign text for a notification, so that nothing in it becomes a link. */
export function inNotification(text: string): string {
  // an invisible character between the brackets breaks the link syntax
  return text.replaceAll("](", "]\u2060(");
}
