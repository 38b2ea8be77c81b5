package org.luoshi.worktime.core;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hours in which the clock of a working-hour limit runs: spans of one day in order, without overlap. */
public record OfficeHours(List<Span> spans) {

    public static final OfficeHours DEFAULT = new OfficeHours(List.of(
            new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30))));

    private static final Pattern SPAN = Pattern.compile("(\\d{1,2})[:：](\\d{2})\\s*[-–—~～至]\\s*(\\d{1,2})[:：](\\d{2})");

    /** From the first minute up to but not including the last. */
    public record Span(LocalTime from, LocalTime to) {

        int minutes() {
            return to.toSecondOfDay() / 60 - from.toSecondOfDay() / 60;
        }
    }

    /** Reads {@code 09:00-12:00, 13:30-17:30}; empty where that is no sensible day. */
    public static Optional<OfficeHours> parse(String text) {
        List<Optional<Span>> spans = Arrays.stream(text.strip().split("[,，;；、\\s]+(?=\\d{1,2}[:：]\\d{2}\\s*[-–—~～至])"))
                .map(OfficeHours::span)
                .toList();
        if (spans.isEmpty() || spans.size() > 6 || spans.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        OfficeHours hours =
                new OfficeHours(spans.stream().map(Optional::orElseThrow).toList());
        return hours.isInOrder() ? Optional.of(hours) : Optional.empty();
    }

    private static Optional<Span> span(String text) {
        Matcher matcher = SPAN.matcher(text.strip());
        if (!matcher.matches() || hour(matcher, 1) > 23 || hour(matcher, 3) > 23) {
            return Optional.empty();
        }
        if (hour(matcher, 2) > 59 || hour(matcher, 4) > 59) {
            return Optional.empty();
        }
        return Optional.of(new Span(
                LocalTime.of(hour(matcher, 1), hour(matcher, 2)), LocalTime.of(hour(matcher, 3), hour(matcher, 4))));
    }

    private static int hour(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private boolean isInOrder() {
        LocalTime end = LocalTime.MIN;
        for (Span span : spans) {
            if (span.from().isBefore(end) || !span.from().isBefore(span.to())) {
                return false;
            }
            end = span.to();
        }
        return true;
    }

    int minutesOfDay() {
        return spans.stream().mapToInt(Span::minutes).sum();
    }

    /** Working minutes of a day that are over at that time. */
    int minutesBefore(LocalTime time) {
        return spans.stream()
                .filter(span -> span.from().isBefore(time))
                .mapToInt(span -> time.isBefore(span.to()) ? new Span(span.from(), time).minutes() : span.minutes())
                .sum();
    }

    /** The time at which that many working minutes of a day are over; for 0 the beginning. */
    LocalTime timeAfter(int minutes) {
        int left = minutes;
        for (Span span : spans) {
            if (left <= span.minutes()) {
                return span.from().plusMinutes(left);
            }
            left -= span.minutes();
        }
        throw new IllegalArgumentException("A day has no " + minutes + " working minutes");
    }

    /** The first working minute at or after that time; empty when the day is over. */
    Optional<LocalTime> openingAtOrAfter(LocalTime time) {
        return spans.stream()
                .filter(span -> time.isBefore(span.to()))
                .findFirst()
                .map(span -> time.isBefore(span.from()) ? span.from() : time);
    }

    /** {@code 09:00–12:00, 13:30–17:30}, as it is shown and stored. */
    public String text() {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        return spans.stream()
                .map(span -> span.from().format(minutes) + "–" + span.to().format(minutes))
                .collect(Collectors.joining(", "));
    }
}
