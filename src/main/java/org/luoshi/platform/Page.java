package org.luoshi.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;

/** What every template needs to know: language, texts, the signed-in person, the form token and how the office writes dates. */
public final class Page {

    /** A handful of patterns in three languages: read once, for a list writes a hundred dates. */
    private static final Map<Pattern, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final LocalDate today;
    private final @Nullable Actor actor;
    private final String csrf;
    private final String path;
    private final String officeName;
    private final List<RailEntry> rail;
    private final Assets assets;

    Page(
            Texts texts,
            Locale locale,
            ZoneId zone,
            LocalDate today,
            @Nullable Actor actor,
            String csrf,
            String path,
            String officeName,
            List<RailEntry> rail,
            Assets assets) {
        this.texts = texts;
        this.locale = Texts.nearest(locale);
        this.zone = zone;
        this.today = today;
        this.actor = actor;
        this.csrf = csrf;
        this.path = path;
        this.officeName = officeName;
        this.rail = rail;
        this.assets = assets;
    }

    /** The text for a key in the reader's language; arguments as name, value, name, value … */
    public String t(String key, Object... namesAndValues) {
        return texts.get(locale, key, namesAndValues);
    }

    /** The text of an enum constant: {@code <prefix>.<NAME>}. */
    public String t(String prefix, Enum<?> constant) {
        return texts.get(locale, prefix + "." + constant.name());
    }

    /** The text where there is one, else the key itself: for keys that come out of stored data. */
    public String tOrKey(String key, Object... namesAndValues) {
        String pattern = texts.find(locale, key);
        return pattern == null ? key : Texts.fill(pattern, namesAndValues);
    }

    /** The same with the arguments that were stored beside the key. */
    public String tOrKey(String key, Map<String, String> arguments) {
        return tOrKey(
                key,
                arguments.entrySet().stream()
                        .flatMap(argument -> Stream.of(argument.getKey(), argument.getValue()))
                        .toArray());
    }

    /** Why the rules said no, in the reader's language. */
    public String reason(BusinessException refusal) {
        return Refusals.text(texts, locale, refusal);
    }

    /** 2026年3月6日, or without the year when it is the current one and {@code shortForm}. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(formatter(isChinese() ? "yyyy年M月d日" : "d MMM yyyy"));
    }

    /** 3月6日 周五; with the year where it is not this one. */
    public String day(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        boolean thisYear = date.getYear() == today.getYear();
        String pattern = isChinese() ? (thisYear ? "M月d日" : "yyyy年M月d日") : (thisYear ? "d MMM" : "d MMM yyyy");
        return date.format(formatter(pattern)) + " " + weekday(date);
    }

    public String day(@Nullable Instant instant) {
        return instant == null ? "" : day(instant.atZone(zone).toLocalDate());
    }

    /** 3月5日 16:20; with the year where it is not this one. */
    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = instant.atZone(zone);
        boolean thisYear = at.getYear() == today.getYear();
        String pattern = isChinese()
                ? (thisYear ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm")
                : (thisYear ? "d MMM HH:mm" : "d MMM yyyy HH:mm");
        return at.format(formatter(pattern));
    }

    /** The day and, where it is not the end of the day, the hour. */
    public String due(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = instant.atZone(zone);
        String day = day(at.toLocalDate());
        boolean endOfDay = at.getHour() == 23 && at.getMinute() == 59;
        return endOfDay ? day : day + " " + at.format(formatter("HH:mm"));
    }

    public String weekday(LocalDate date) {
        return isChinese()
                ? "周" + "一二三四五六日".charAt(date.getDayOfWeek().getValue() - 1)
                : date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    /** 27 KB, 3.4 MB. */
    public String size(long bytes) {
        if (bytes < 1024 * 1024) {
            return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }

    /** The address of a file below {@code static/assets}, with the hash of its content. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** True for the line of the rail that fits the address best. */
    public boolean isCurrent(String href) {
        return isBelow(href)
                && rail.stream().noneMatch(other -> other.href().length() > href.length() && isBelow(other.href()));
    }

    private boolean isBelow(String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }

    public String language() {
        return locale.toLanguageTag();
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return today;
    }

    /** The same page written as on another day: for what stood then, "tomorrow" and "three days late" are reckoned from there. */
    public Page asOn(LocalDate day) {
        return new Page(texts, locale, zone, day, actor, csrf, path, officeName, rail, assets);
    }

    /** The same page in another language: for a paper that was written in one. */
    public Page in(Locale language) {
        return new Page(texts, language, zone, today, actor, csrf, path, officeName, rail, assets);
    }

    public boolean isSignedIn() {
        return actor != null;
    }

    public Actor actor() {
        if (actor == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return actor;
    }

    public String csrf() {
        return csrf;
    }

    /** A key for a form that makes something: sent twice, it makes it once. New each time the form is shown. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    public String path() {
        return path;
    }

    public String officeName() {
        return officeName;
    }

    public List<RailEntry> rail() {
        return rail;
    }

    private DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.computeIfAbsent(new Pattern(pattern, locale), Pattern::formatter);
    }

    private record Pattern(String text, Locale locale) {

        DateTimeFormatter formatter() {
            return DateTimeFormatter.ofPattern(text, locale);
        }
    }
}
