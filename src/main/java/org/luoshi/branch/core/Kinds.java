package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of activity: those every branch knows and those this office added. */
@Component
public class Kinds {

    private static final BigDecimal MINUTES_OF_A_CLASS_HOUR = BigDecimal.valueOf(60);
    private static final int HALVES = 2;

    private final JdbcClient jdbc;
    private final Texts texts;

    Kinds(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** A kind with its name in the reader's language. */
    public record KindName(String code, String name) {}

    /** All that may be chosen for a meeting; a talk is recorded on its own page. */
    public List<KindName> all(Locale locale) {
        List<KindName> all = new ArrayList<>();
        Arrays.stream(ActivityKind.values())
                .filter(kind -> kind != ActivityKind.TALK)
                .forEach(kind -> all.add(new KindName(kind.name(), texts.get(locale, "branch.kind." + kind.name()))));
        own().forEach((code, name) -> all.add(new KindName(code, name)));
        return all;
    }

    public boolean isKnown(String code) {
        return isBuiltIn(code) || own().containsKey(code);
    }

    private static boolean isBuiltIn(String code) {
        return Arrays.stream(ActivityKind.values()).anyMatch(kind -> kind.name().equals(code));
    }

    public String name(Locale locale, String code) {
        return isBuiltIn(code) ? texts.get(locale, "branch.kind." + code) : own().getOrDefault(code, code);
    }

    public String names(Locale locale, Collection<String> codes) {
        String between = texts.get(locale, "branch.kinds.between");
        return codes.stream().map(code -> name(locale, code)).collect(Collectors.joining(between));
    }

    private Map<String, String> own() {
        return jdbc.sql("select code, name from branch.own_kind order by name").query(Own.class).list().stream()
                .collect(Collectors.toMap(Own::code, Own::name, (one, other) -> one, LinkedHashMap::new));
    }

    private record Own(String code, String name) {}

    /** Adds a kind of this office's own. */
    @Transactional
    public void add(String name, Actor actor) {
        if (!BranchRights.looksAfterAll(actor)) {
            throw BranchError.NOT_YOURS.plain();
        }
        if (name.isBlank()) {
            throw BranchError.FIELD_MISSING.with(Map.of("field", "name"));
        }
        String code = "OWN_" + UUID.nameUUIDFromBytes(name.strip().getBytes(StandardCharsets.UTF_8));
        try {
            jdbc.sql("insert into branch.own_kind (code, name) values (:code, :name)")
                    .param("code", code)
                    .param("name", name.strip())
                    .update();
        } catch (DuplicateKeyException twice) {
            throw BranchError.KIND_TWICE.with(Map.of("name", name.strip()));
        }
    }

    /** Class hours of an activity of study: an hour is one, in halves; none where it is no study or its end is not known. */
    public static BigDecimal classHours(Collection<String> kinds, Instant start, @Nullable Instant end) {
        boolean study =
                Arrays.stream(ActivityKind.values()).anyMatch(kind -> kind.isStudy() && kinds.contains(kind.name()));
        if (!study || end == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal minutes = BigDecimal.valueOf(Duration.between(start, end).toMinutes());
        return minutes.multiply(BigDecimal.valueOf(HALVES))
                .divide(MINUTES_OF_A_CLASS_HOUR, 0, RoundingMode.HALF_UP)
                .divide(BigDecimal.valueOf(HALVES), 1, RoundingMode.UNNECESSARY);
    }
}
