package org.luoshi.intake.web;

/** A choice in a list. */
public record FilingChoice(String value, String label) {}
