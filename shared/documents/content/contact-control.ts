/**
 * Tag of the content control around the contact table, inside the section it closes. Its words come from the
 * record, so they are never read as the section’s own.
 */
export const contactControlTag = "cd-contact";
