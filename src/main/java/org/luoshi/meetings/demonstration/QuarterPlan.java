package org.luoshi.meetings.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luoshi.meetings.core.Audience;
import org.springframework.core.io.ClassPathResource;

/**
 * The meetings of one quarter as the founding description counts them: 15 national video conferences, 4 leading-group meetings, 15 party-group
 * meetings, 9 office meetings and 53 topical meetings, spread over its working days.
 */
final class QuarterPlan {

    private final Map<String, List<String>> words;

    QuarterPlan() {
        words = read();
    }

    /** A meeting to be: when, how long, with how many people. */
    record Planned(
            String kind, String title, LocalDate day, LocalTime from, int minutes, Audience audience, int people) {}

    private static Map<String, List<String>> read() {
        try {
            return new ClassPathResource("demonstration/meetings.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("|"))
                    .map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(
                            parts -> parts[0].strip(),
                            parts -> List.of(parts[1].strip().split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order in which they are held. */
    List<Planned> over(List<LocalDate> workingDays) {
        List<Planned> all = new ArrayList<>();
        int year = workingDays.get(0).getYear();
        List<String> video = word("video");
        for (int n = 0; n < 15; n++) {
            all.add(new Planned(
                    "NATIONAL_VIDEO",
                    video.get(n) + "工作全国视频会议",
                    day(workingDays, n, 15),
                    LocalTime.of(15, 0),
                    90,
                    Audience.PROVINCE,
                    620 + 20 * n));
        }
        List<String> groups = word("groups");
        for (int n = 0; n < 4; n++) {
            all.add(new Planned(
                    "LEADING_GROUP",
                    groups.get(n) + "工作领导小组会议",
                    day(workingDays, n, 4),
                    LocalTime.of(9, 0),
                    110,
                    Audience.CENTRAL,
                    28));
        }
        for (int n = 0; n < 15; n++) {
            all.add(new Planned(
                    "PARTY_GROUP",
                    year + "年第" + (n + 1) + "次办党组会",
                    day(workingDays, n, 15),
                    LocalTime.of(9, 0),
                    80,
                    Audience.OFFICE,
                    9));
        }
        for (int n = 0; n < 9; n++) {
            all.add(new Planned(
                    "OFFICE",
                    year + "年第" + (n + 1) + "次办务会",
                    day(workingDays, n, 9),
                    LocalTime.of(14, 0),
                    60,
                    Audience.OFFICE,
                    16));
        }
        topical(workingDays, all);
        all.sort(Comparator.comparing(Planned::day).thenComparing(Planned::from));
        return all;
    }

    private void topical(List<LocalDate> workingDays, List<Planned> all) {
        List<String> places = word("places");
        List<String> works = word("works");
        for (int n = 0; n < 53; n++) {
            all.add(new Planned(
                    "TOPICAL",
                    "研究" + places.get(n % places.size()) + works.get(n / places.size()) + "专题会议",
                    day(workingDays, n, 53),
                    LocalTime.of(n % 2 == 0 ? 10 : 16, 30),
                    60,
                    n % 3 == 0 ? Audience.CENTRAL : Audience.OFFICE,
                    8 + n % 9));
        }
    }

    private List<String> word(String key) {
        return words.getOrDefault(key, List.of());
    }

    /** The n-th of so many, evenly spread. */
    private static LocalDate day(List<LocalDate> workingDays, int n, int of) {
        return workingDays.get((2 * n + 1) * workingDays.size() / (2 * of));
    }
}
