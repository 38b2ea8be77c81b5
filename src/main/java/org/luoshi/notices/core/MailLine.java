package org.luoshi.notices.core;

/** One line of a digest: what, where to look, and why it is sent. */
public record MailLine(String text, String address, String rule) {}
