package org.luoshi.history.web;

/** What the auditor typed into the search, as typed. */
public record Asked(String object, String day, String person) {}
