package org.luoshi.notices.core;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.luoshi.access.AccessApi;
import org.luoshi.notices.CalendarEntry;
import org.luoshi.notices.CalendarSource;
import org.luoshi.notices.core.CalendarLinks.Reader;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The calendar of a person as it stands at this moment, seen with that person's eyes. */
@Component
public class CalendarFeed {

    /** What is over stays a while, so that a day can be looked up again. */
    private static final Period BACK = Period.ofMonths(3);

    private static final Period AHEAD = Period.ofYears(1);
    private static final Duration REFRESH = Duration.ofHours(1);

    private final CalendarLinks links;
    private final ObjectProvider<CalendarSource> sources;
    private final AccessApi access;
    private final HouseAddress house;
    private final Pages pages;
    private final Clock clock;
    private final ZoneId zone;

    CalendarFeed(
            CalendarLinks links,
            ObjectProvider<CalendarSource> sources,
            AccessApi access,
            HouseAddress house,
            Pages pages,
            Clock clock,
            ZoneId zone) {
        this.links = links;
        this.sources = sources;
        this.access = access;
        this.house = house;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The file for whoever has the word; empty when the word opens nothing, or its owner may not come in today.
     *
     * @param reachedAt where the reader has found the house
     */
    public Optional<String> read(String word, String reachedAt) {
        return links.use(word)
                .filter(reader -> access.isOpen(reader.personId()))
                .map(reader -> write(reader, site(reachedAt)));
    }

    /** Where addresses lead that leave the house: as the office has said for its mail, else where it was reached. */
    public String site(String reachedAt) {
        return house.from(reachedAt);
    }

    private String write(Reader reader, String site) {
        Actor person = access.actor(reader.personId());
        Page page = pages.in(reader.language());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<CalendarEntry> entries = sources.stream()
                .flatMap(source -> source.entriesFor(person, today.minus(BACK), today.plus(AHEAD), page).stream())
                .sorted(Comparator.comparing(CalendarEntry::start).thenComparing(CalendarEntry::uid))
                .toList();
        return ICalendar.write(page.t("notices.calendar.name", "person", person.name()), REFRESH, site, zone, entries);
    }
}
