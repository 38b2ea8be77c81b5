package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in a bracket, behind labels or in a cell: 市发展改革委牵头，市财政局、市水利局配合，9月底前完成. Names are collected until a word
 * says what they do; a label says it beforehand.
 */
final class AssignmentParser {

    private static final String ADVERBS = "(?:" + Words.anyOf("adverb") + ")*";
    private static final Pattern VERB_AT_END = Pattern.compile("(?:等)?" + ADVERBS + "(?<verb>"
            + Words.anyOf("verb.lead", "verb.responsible", "verb.support", "verb.guide")
            + ")(?:工作|任务|到位|相关工作|有关工作)?$");
    private static final Pattern VERB_INSIDE = Pattern.compile(ADVERBS + "(?<verb>"
            + Words.anyOf("verb.lead", "verb.guide") + "|负责|配合)(?!单位|部门|责任|处室|领导|专班|小组|组|办|制|人|的)、?");
    private static final Map<Role, List<String>> VERBS = new EnumMap<>(Map.of(
            Role.LEAD, Words.of("verb.lead"),
            Role.RESPONSIBLE, Words.of("verb.responsible"),
            Role.SUPPORT, Words.of("verb.support"),
            Role.GUIDE, Words.of("verb.guide")));
    private static final Pattern TOGETHER = Pattern.compile(ADVERBS + Words.anyOf("together"));
    private static final Pattern OPENING = Pattern.compile("^(?:拟?由|请|责成|以|经|需|并|其中|均由|分别由|主要由|具体由|委托|协调|同时|再由|和|及|与)");
    private static final Pattern ROLE_NOTE = Pattern.compile("[（〔【](牵头|主办|主责|负责|配合|协办|指导|牵头单位|责任单位|配合单位|主责单位)[）〕】]$");
    private static final Pattern REST_ELSEWHERE =
            Pattern.compile("(?:以下|下列|上述|各项|其他|均|都)[^。]{0,40}?不再(?:一一|逐一|单独|另行|重复)?(?:列出|列举|单列|列|标注|注明|重复).*");

    private final Dates dates;

    AssignmentParser(Dates dates) {
        this.dates = dates;
    }

    /** Reads a part of a line; {@code role} is what names without any word mean there (the head of a column), null in brackets and labels. */
    Assignment parse(Line line, int from, int to, @Nullable Role role) {
        Run run = new Run(line, role);
        String plain = line.plain().substring(from, to);
        Matcher elsewhere = REST_ELSEWHERE.matcher(plain);
        int end = elsewhere.find() ? from + elsewhere.start() : to;
        for (Piece piece : Pieces.of(line.plain(), from, end)) {
            run.take(piece);
        }
        return run.result();
    }

    /** A list that is being read. */
    private final class Run {

        private final Line line;
        private final List<List<String>> named = new ArrayList<>();
        private final List<String> bare = new ArrayList<>();
        private final List<String> times = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private Role.@Nullable Label label;
        private @Nullable Role labelled;
        private boolean together;
        private boolean open;
        private boolean cued;
        private boolean broken;

        Run(Line line, @Nullable Role column) {
            this.line = line;
            this.labelled = column;
            this.cued = column != null;
            for (int i = 0; i < Role.values().length; i++) {
                named.add(new ArrayList<>());
            }
        }

        private List<String> named(Role role) {
            return named.get(role.ordinal());
        }

        void take(Piece piece) {
            Labels.Found found = Labels.at(line.plain(), piece.from(), piece.to());
            int from = piece.from();
            if (found != null) {
                flush();
                label = found.label();
                labelled = label.role();
                cued |= labelled != null;
                from = found.end();
            } else if (piece.afterStop()
                    && label != Role.Label.LEAD
                    && label != Role.Label.RESPONSIBLE
                    && label != Role.Label.SUPPORT
                    && label != null) {
                label = null;
            }
            if (from >= piece.to()) {
                return;
            }
            String plain = line.plain().substring(from, piece.to());
            if (label == Role.Label.PERSON || label == Role.Label.OTHER) {
                return;
            }
            if (label == Role.Label.TIME) {
                times.add(plain);
            } else if (Conventions.isConvention(plain)) {
                flush();
            } else if (!Units.isUnit(plain) && dates.isAboutTime(plain)) {
                times.add(plain);
            } else {
                units(from, piece.to(), piece.afterComma());
            }
        }

        private void units(int start, int to, boolean afterComma) {
            int from = start;
            Matcher opening = OPENING.matcher(line.plain()).region(from, to);
            if (opening.lookingAt() && !Units.isCollective(line.plain().substring(from, to))) {
                from = opening.end();
            }
            String plain = line.plain().substring(from, to);
            Matcher note = ROLE_NOTE.matcher(plain);
            if (note.find() && note.start() > 1) {
                name(from, from + note.start(), afterComma);
                Pending last = pending.remove(pending.size() - 1);
                add(roleOf(note.group(1).replaceFirst("单位$", "")), last);
                cued = true;
                return;
            }
            Matcher verb = VERB_AT_END.matcher(plain);
            if (verb.find() && !Units.isCollective(plain)) {
                Role role = roleOf(verb.group("verb"));
                if (verb.start() > 0) {
                    split(from, from + verb.start(), afterComma);
                }
                assign(role);
                return;
            }
            split(from, to, afterComma);
        }

        /** 市发改委牵头市财政局配合, 市发改委会同市财政局. */
        private void split(int from, int to, boolean afterComma) {
            String plain = line.plain().substring(from, to);
            Matcher verb = VERB_INSIDE.matcher(plain);
            while (verb.find()) {
                String left = plain.substring(0, verb.start());
                String right = plain.substring(verb.end());
                boolean isCut = Units.isCertainUnit(left.replaceFirst("等$", ""))
                        && (Units.isUnit(right) || TOGETHER.matcher(right).lookingAt());
                if (isCut) {
                    name(from, from + verb.start(), afterComma);
                    assign(roleOf(verb.group("verb")));
                    split(from + verb.end(), to, true);
                    return;
                }
            }
            Matcher with = TOGETHER.matcher(plain);
            while (with.find()) {
                String left = plain.substring(0, with.start());
                String right = plain.substring(with.end());
                boolean leftIsClear = left.isEmpty() && !named(Role.LEAD).isEmpty() || Units.isCertainUnit(left);
                if (leftIsClear && Units.isUnit(right)) {
                    if (!left.isEmpty()) {
                        name(from, from + with.start(), afterComma);
                        assign(Role.LEAD);
                    }
                    together = true;
                    name(from + with.end(), to, false);
                    return;
                }
            }
            name(from, to, afterComma);
        }

        private void name(int from, int to, boolean afterComma) {
            String plain = line.plain().substring(from, to);
            open |= Units.isOpen(plain);
            int end = from + Units.endBeforeOthers(plain);
            Pending before = pending.isEmpty() ? null : pending.get(pending.size() - 1);
            if (before != null
                    && before.to() < from
                    && Units.belongsTogether(
                            line.plain().substring(before.from(), before.to()),
                            line.plain().substring(from, end))) {
                pending.set(pending.size() - 1, new Pending(before.from(), end, before.afterComma()));
                return;
            }
            String upToOthers = line.plain().substring(from, end);
            for (Span part : Units.parts(upToOthers)) {
                int partFrom = from + part.start();
                int partTo =
                        from + part.start() + Units.endBeforeOthers(upToOthers.substring(part.start(), part.end()));
                pending.add(new Pending(partFrom, partTo, afterComma && part.start() == 0));
            }
            // 住房城乡建设部等国务院相关部门及各地区: what stands behind "and others" is named again.
            String others = line.plain().substring(end, to);
            Matcher and = Pattern.compile("(?:及|和|以及|与)(?=各|地方)").matcher(others);
            if (and.find() && Units.isUnit(others.substring(and.end()))) {
                pending.add(new Pending(end + and.end(), to, false));
            }
        }

        private void assign(Role role) {
            cued = true;
            Role meant = together && role != Role.GUIDE ? Role.SUPPORT : role;
            together = false;
            int first = 0;
            boolean reachesBack = labelled == null
                    && (role == Role.LEAD
                            || role == Role.RESPONSIBLE
                            || !named(Role.LEAD).isEmpty()
                            || !named(Role.RESPONSIBLE).isEmpty());
            if (!reachesBack) {
                for (int i = pending.size() - 1; i > 0; i--) {
                    if (pending.get(i).afterComma()) {
                        first = i;
                        break;
                    }
                }
            }
            List<Pending> now = new ArrayList<>(pending.subList(first, pending.size()));
            pending.subList(first, pending.size()).clear();
            flush();
            now.forEach(one -> add(meant, one));
        }

        private void flush() {
            for (Pending one : pending) {
                Role role = together ? Role.SUPPORT : labelled;
                if (role == null) {
                    addTo(bare, one);
                } else {
                    add(role, one);
                }
            }
            pending.clear();
            together = false;
        }

        private void add(Role role, Pending one) {
            addTo(named(role), one);
        }

        private void addTo(List<String> names, Pending one) {
            String plain = line.plain().substring(one.from(), one.to()).strip();
            String name = Names.clean(line.written(one.from(), one.to()));
            if (name.isEmpty() || Units.isPerson(plain)) {
                return;
            }
            boolean trusted = labelled != null && plain.length() <= 40;
            if (!trusted && !Units.isUnit(plain)) {
                broken = true;
            } else if (!names.contains(name)) {
                names.add(name);
            }
        }

        Assignment result() {
            flush();
            if (broken) {
                return Assignment.NONE;
            }
            return new Assignment(
                    List.copyOf(named(Role.LEAD)),
                    List.copyOf(named(Role.RESPONSIBLE)),
                    List.copyOf(bare),
                    List.copyOf(named(Role.SUPPORT)),
                    List.copyOf(named(Role.GUIDE)),
                    List.copyOf(times),
                    open,
                    cued);
        }
    }

    private static Role roleOf(String verb) {
        for (Role role : Role.values()) {
            if (VERBS.getOrDefault(role, List.of()).contains(verb)) {
                return role;
            }
        }
        return Role.RESPONSIBLE;
    }

    /** A name that waits for the word that says what it does. */
    private record Pending(int from, int to, boolean afterComma) {}
}
