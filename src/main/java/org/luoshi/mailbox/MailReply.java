package org.luoshi.mailbox;

/**
 * How to answer by mail.
 *
 * @param address where to
 * @param reference what must stand in the subject; good for this person and this thing only
 */
public record MailReply(String address, String reference) {}
