package org.luoshi.worktime.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The national calendar that comes with the product; later years are imported by the office. */
final class ShippedDays {

    private ShippedDays() {}

    static List<SpecialDay> load() {
        ClassPathResource file = new ClassPathResource("worktime/cn-holidays.csv");
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(ShippedDays::day).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecialDay day(String line) {
        String[] cells = line.split(",", -1);
        DayKind kind = cells[1].equals("makeup-workday") ? DayKind.WORKING : DayKind.HOLIDAY;
        return new SpecialDay(LocalDate.parse(cells[0]), Layer.NATIONAL, kind, cells[2]);
    }
}
