package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.luoshi.branch.rules.Demand.Band;
import org.luoshi.branch.rules.Demand.Base;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Fact;
import org.luoshi.branch.rules.Demand.Happening;
import org.luoshi.branch.rules.Demand.Measure;
import org.luoshi.branch.rules.Demand.Payer;
import org.luoshi.branch.rules.Demand.Range;
import org.luoshi.branch.rules.Demand.Relation;
import org.luoshi.branch.rules.Demand.Share;
import org.luoshi.branch.rules.Demand.Who;

/** Reads what a rule asks: exactly one of the forms of {@link Demand}. */
final class DemandReader {

    private static final List<String> FORMS =
            List.of("count", "hours", "standing", "timer", "votes", "rates", "check", "notice");

    private static final Pattern SHARE =
            Pattern.compile("([\\w-]+) *(>=|>|<=) *(\\d{1,3})/(\\d{1,3}) +(?:of +)?([\\w-]+)");

    private DemandReader() {}

    static Demand read(Fields rule, Strength strength) {
        List<String> given = FORMS.stream().filter(rule::has).toList();
        if (given.size() != 1) {
            rule.problem(given.isEmpty() ? "no-demand" : "two-demands", "id", "allowed", String.join(", ", FORMS));
            return new Demand.Notice();
        }
        String form = given.get(0);
        return switch (form) {
            case "count" -> count(rule.inner(form));
            case "hours" -> hours(rule.inner(form));
            case "standing" -> standing(rule.inner(form));
            case "timer" -> timer(rule.inner(form), strength);
            case "votes" -> votes(rule);
            case "rates" -> rates(rule.inner(form));
            case "check" -> new Demand.Check(rule.neededOne(form, Fact.class));
            default -> notice(rule);
        };
    }

    private static Demand count(Fields fields) {
        List<String> kinds = new ArrayList<>();
        for (String kind : fields.texts("kinds")) {
            ActivityKind known = fields.oneOf("kinds", kind, ActivityKind.class);
            if (known != null) {
                kinds.add(known.name());
            }
        }
        if (!fields.has("kinds")) {
            fields.missing("kinds");
        }
        PeriodKind period = fields.neededOne("period", PeriodKind.class);
        int atLeast = fields.neededNumber("atLeast", 1, 366);
        Integer only = fields.has("only") ? Integer.valueOf(fields.neededNumber("only", 1, period.perYear())) : null;
        Demand demand = new Demand.Count(
                List.copyOf(kinds),
                period,
                atLeast,
                fields.one("who", Who.class),
                fields.one("relation", Relation.class),
                only);
        fields.noOthers();
        return demand;
    }

    private static Demand hours(Fields fields) {
        BigDecimal atLeast = fields.neededDecimal("atLeast");
        int courses = fields.has("courses") ? fields.neededNumber("courses", 0, 50) : 0;
        Demand demand = new Demand.Hours(
                fields.neededOne("who", Who.class), fields.neededOne("period", PeriodKind.class), atLeast, courses);
        fields.noOthers();
        return demand;
    }

    private static Demand standing(Fields fields) {
        Map<Measure, Range> require = ranges(fields.inner("require"));
        if (require.isEmpty()) {
            fields.missing("require");
        }
        Demand demand = new Demand.Standing(ranges(fields.inner("when")), require);
        fields.noOthers();
        return demand;
    }

    private static Map<Measure, Range> ranges(Fields fields) {
        Map<Measure, Range> ranges = new LinkedHashMap<>();
        for (String key : fields.keys()) {
            Measure measure = fields.oneOf(key, key, Measure.class);
            if (measure != null) {
                ranges.put(measure, fields.range(key));
            }
        }
        return ranges;
    }

    private static Demand timer(Fields fields, Strength strength) {
        Period atMost = fields.period("atMost");
        Period atLeast = fields.period("atLeast");
        if (atMost == null && atLeast == null && strength != Strength.INFORM) {
            fields.problem("timer-without-limit", "from");
        }
        Demand demand = new Demand.Timer(
                fields.neededOne("from", Happening.class),
                fields.one("to", Happening.class),
                atMost,
                atLeast,
                fields.period("stop"),
                fields.period("warnBefore"),
                fields.yes("repeats", false));
        fields.noOthers();
        return demand;
    }

    private static Demand votes(Fields rule) {
        List<Share> shares =
                rule.texts("votes").stream().flatMap(text -> share(rule, text)).toList();
        return new Demand.Votes(shares);
    }

    /** {@code present >= 4/5 of entitled}. */
    private static Stream<Share> share(Fields rule, String text) {
        Matcher found = SHARE.matcher(text);
        if (!found.matches() || Integer.parseInt(found.group(4)) == 0) {
            rule.problem("not-a-share", "votes", "value", text);
            return Stream.empty();
        }
        Counted counted = rule.oneOf("votes", found.group(1), Counted.class);
        Base base = rule.oneOf("votes", found.group(5), Base.class);
        if (counted == null || base == null) {
            return Stream.empty();
        }
        Comparison comparison = switch (found.group(2)) {
            case ">=" -> Comparison.AT_LEAST;
            case ">" -> Comparison.MORE_THAN;
            default -> Comparison.AT_MOST;
        };
        return Stream.of(new Share(
                counted, base, Integer.parseInt(found.group(3)), Integer.parseInt(found.group(4)), comparison));
    }

    private static Demand rates(Fields fields) {
        List<Band> bands = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        boolean isOpen = false;
        for (Fields band : fields.each("bands")) {
            BigDecimal upTo = band.decimal("upTo");
            if (isOpen || (upTo != null && upTo.compareTo(last) <= 0)) {
                band.problem("bands-out-of-order", "upTo");
            }
            isOpen = upTo == null;
            last = upTo == null ? last : upTo;
            bands.add(new Band(upTo, band.neededDecimal("percent")));
            band.noOthers();
        }
        if (!isOpen) {
            fields.problem("bands-without-end", "bands");
        }
        Demand demand = new Demand.Rates(fields.neededOne("payer", Payer.class), List.copyOf(bands));
        fields.noOthers();
        return demand;
    }

    private static Demand notice(Fields rule) {
        if (!rule.yes("notice", true)) {
            rule.problem("unknown-value", "notice", "value", "false", "allowed", "true");
        }
        return new Demand.Notice();
    }
}
