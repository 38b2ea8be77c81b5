package org.luoshi.meetings.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which meetings a list shows.
 *
 * @param kind null for all kinds
 * @param text part of the title; empty for any
 * @param from first day; null without beginning
 * @param to last day, included; null without end
 * @param after where the list goes on, as the page before gave it; null for its start
 */
public record MeetingFilter(
        MeetingView view,
        @Nullable String kind,
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String after) {}
