package org.luoshi.notices.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luoshi.notices.CalendarEntry;

class ICalendarTests {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-03-09T01:00:00Z");

    @Test
    void aCalendarLooksLikeTheGoldenFile() throws IOException {
        CalendarEntry due = new CalendarEntry(
                "019c0000-0000-7000-8000-000000000001@obligations.luoshi",
                0,
                "反馈：落实《关于加强城市防汛排涝工作的若干意见》的分工方案, 含各区县; 第二批",
                "期限：3月6日 周五",
                null,
                Instant.parse("2026-03-06T15:59:59Z"),
                null,
                true,
                false,
                "/ledger/items/019c0000-0000-7000-8000-000000000001",
                Instant.parse("2026-03-02T01:00:00Z"));
        CalendarEntry meeting = new CalendarEntry(
                "meeting-1",
                3,
                "第3次办公会议",
                "议题：\r\n一、防汛\n二、C:\\值守",
                "第一会议室",
                START,
                Instant.parse("2026-03-09T03:30:00Z"),
                false,
                true,
                "/meetings/1",
                Instant.parse("2026-03-05T04:00:00Z"));
        assertThat(write("落实：周甲", due, meeting)).isEqualTo(golden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项",
                "a督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项",
                "ab督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项督办事项",
                "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷",
                "plain words that need a line and a half of the calendar and then some more words to fill three lines of it"
            })
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsCut(String summary) {
        String calendar = write("x", entry(summary, null));
        assertThat(calendar.split("\r\n")).allSatisfy(line -> {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(octets, StandardCharsets.UTF_8))
                    .isEqualTo(line)
                    .doesNotContain("\ufffd");
        });
        assertThat(unfolded(calendar)).contains("SUMMARY:" + summary);
        assertThat(calendar).contains("\r\n ").doesNotContain("\n\n");
    }

    @Test
    void aLineOfExactlySeventyFiveOctetsStaysOne() {
        String summary = "x".repeat(75 - "SUMMARY:".length());
        assertThat(write("x", entry(summary, null))).contains("SUMMARY:" + summary + "\r\nURL");
        assertThat(write("x", entry(summary + "y", null))).contains("SUMMARY:" + summary + "\r\n y\r\nURL");
    }

    @Test
    void whatHasAMeaningInACalendarIsEscaped() {
        assertThat(write("甲,乙", entry("a,b;c\\d\ne\rf\r\ng", null)))
                .contains("X-WR-CALNAME:甲\\,乙\r\n", "SUMMARY:a\\,b\\;c\\\\d\\ne\\nf\\ng\r\n");
    }

    @Test
    void nobodyCanSlipALineIn() {
        CalendarEntry sly = new CalendarEntry(
                "u\r\nBEGIN:VALARM",
                0,
                "s\u0007\u0000\ud800",
                null,
                null,
                START,
                null,
                false,
                false,
                "/a\r\nX:1",
                START);
        assertThat(write("n\nX:1", sly))
                .contains("UID:u\\nBEGIN:VALARM\r\n", "SUMMARY:s\r\n", "URL:https://luoshi.example.org/aX:1\r\n")
                .doesNotContain("\nX:1", "\nBEGIN:VALARM");
    }

    @Test
    void anAllDayEntryLastsFromItsFirstDayToItsLastInTheOfficesZone() {
        CalendarEntry training = new CalendarEntry(
                "u",
                0,
                "培训",
                null,
                null,
                Instant.parse("2026-03-08T16:00:00Z"),
                Instant.parse("2026-03-11T01:00:00Z"),
                true,
                false,
                "/x",
                START);
        assertThat(write("x", training)).contains("DTSTART;VALUE=DATE:20260309\r\nDTEND;VALUE=DATE:20260312\r\n");
    }

    @Test
    void anEmptyCalendarAndBlankWordsAreLeftBare() {
        assertThat(write("x")).doesNotContain("VEVENT").endsWith("END:VCALENDAR\r\n");
        assertThat(write("x", entry("s", " "))).doesNotContain("DESCRIPTION", "LOCATION", "DTEND", "VALARM");
    }

    private static CalendarEntry entry(String summary, @Nullable String description) {
        return new CalendarEntry("u", 0, summary, description, null, START, null, false, false, "/x", START);
    }

    private static String write(String name, CalendarEntry... entries) {
        return ICalendar.write(
                name, Duration.ofHours(1), "https://luoshi.example.org", OFFICE, List.copyOf(Arrays.asList(entries)));
    }

    private static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    private static String golden() throws IOException {
        try (InputStream file = ICalendarTests.class.getResourceAsStream("/notices/calendar.ics")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\r\n", "\n").replace("\n", "\r\n");
        }
    }
}
