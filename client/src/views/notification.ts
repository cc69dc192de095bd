/** A text of others for a notification: what is written like a link there is none. */
export function inNotification(text: string): string {
  // between the two, what is not seen
  return text.replaceAll("](", "]\u2060(");
}
