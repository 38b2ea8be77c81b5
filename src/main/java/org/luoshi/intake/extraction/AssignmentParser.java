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

    private static final String ADVERBS = "(?:" + Words.anyOf("adverb") + "|(?:按照?|依据?|根据|结合)[^，。；、]{2,10}?|等)*?";
    private static final String AS_PART = "为(?:主要|第一)?(?<part>牵头|主办|主责|责任|主体|配合|协办)(?:单位|部门|处室)";
    private static final String GUIDES =
            "(?:负责|加强|做好|给予|强化|统筹|提供|具体)*(?:业务|督促|监督|技术|工作|政策)*(?:指导|督导|监督|督办)(?:监督|督促|协调|支持|服务|推动|落实|检查|考核|、督促|和督促|和监督|和支持)?";
    private static final String TAIL =
            "(?:工作|任务|到位|相关工作|有关工作|保障|(?:属地|主体|监管|各自|相应|具体|分工|领导|行业|管理|监督)*(?:责任|职责)|具体工作|日常工作|本[^，。；、]{1,8}工作|见效)?";
    private static final Pattern VERB_AT_END = Pattern.compile("(?:等)?" + ADVERBS + "(?:(?<guide>" + GUIDES
            + ")|(?<help>(?:协助)?(?:做好|抓好)[^，。；、]{2,8})|" + AS_PART + "|(?<verb>"
            + Words.anyOf("verb.lead", "verb.responsible", "verb.support", "verb.guide") + ")" + TAIL + ")$");
    private static final Pattern VERB_INSIDE = Pattern.compile(ADVERBS + "(?<verb>"
            + Words.anyOf("verb.lead", "verb.guide") + "|负责|配合)(?!单位|部门|责任|处室|领导|专班|小组|组|办|制|人|的)、?");
    private static final Pattern DUTY_OF_ONE = Pattern.compile("(?<verb>牵头负责|牵头|负责|承担|配合|协助)(?!单位|部门|人)[^、]{2,}$");
    private static final Map<Role, List<String>> VERBS = new EnumMap<>(Map.of(
            Role.LEAD, Words.of("verb.lead"),
            Role.RESPONSIBLE, Words.of("verb.responsible"),
            Role.SUPPORT, Words.of("verb.support"),
            Role.GUIDE, Words.of("verb.guide")));
    private static final Pattern TOGETHER = Pattern.compile(ADVERBS + Words.anyOf("together"));
    private static final Pattern OPENING =
            Pattern.compile("^(?:拟?由|请|责成|其中|均由|分别由|主要由|具体由|同时|再由|均需|(?:以|需|并|委托|协调|和|及|与)(?![信济纪委办]))");
    private static final Pattern ROLE_NOTE = Pattern.compile("[（〔【](牵头|主办|主责|负责|配合|协办|指导|牵头单位|责任单位|配合单位|主责单位)[）〕】]$");
    private static final Pattern REST_ELSEWHERE =
            Pattern.compile("(?:以下|下列|上述|各项|其他|均|都)[^。]{0,40}?不再(?:一一|逐一|单独|另行|重复)?(?:列出|列举|单列|列|标注|注明|重复).*");

    /** A mark at a name makes it the lead: 省财政厅*. */
    private static final String STARS = "*＊★☆▲△#※";

    /** A longer one says what is to be done by then. */
    private static final int LONGEST_TIME = 9;

    private final Dates dates;

    AssignmentParser(Dates dates) {
        this.dates = dates;
    }

    /** Reads a part of a line; {@code role} is what names without any word mean there (the head of a column), null in brackets and labels. */
    Assignment parse(Line line, int from, int to, @Nullable Role role) {
        return parse(line, from, to, new Run(line, role));
    }

    /** A sentence that says nothing but whose the task is: 省财政厅牵头落实，各市配合. Anything else makes it NONE. */
    Assignment parseSentence(Line line, int from, int to) {
        Run run = new Run(line, null);
        Assignment assignment = parse(line, from, to, run);
        boolean isAll =
                assignment.cued() && assignment.hasOwners() && assignment.bare().isEmpty() && !run.told && !run.weak;
        return isAll ? assignment : Assignment.NONE;
    }

    private Assignment parse(Line line, int from, int to, Run run) {
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
        private boolean certain;
        private boolean weak;
        private boolean told;

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
                cued |= found.isFirm();
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
            told |= plain.length() > LONGEST_TIME && dates.isAboutTime(plain);
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
            if (opening.lookingAt()) {
                from = opening.end();
            }
            String plain = line.plain().substring(from, to);
            Matcher person =
                    Pattern.compile("[（〔【][^（〔【]{0,12}(?:牵头|负责|分管|联系|主抓)[）〕】]$").matcher(plain);
            if (person.find() && person.group().length() > 6) {
                units(from, from + person.start(), afterComma);
                return;
            }
            Matcher note = ROLE_NOTE.matcher(plain);
            if (note.find() && note.start() > 1) {
                name(from, from + note.start(), afterComma);
                Pending last = pending.remove(pending.size() - 1);
                add(roleOf(note.group(1).replaceFirst("单位$", "")), last);
                cued = true;
                return;
            }
            Matcher verb = VERB_AT_END.matcher(plain);
            if (verb.find()) {
                Role role = roleAtEnd(verb);
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
            Matcher duty = DUTY_OF_ONE.matcher(plain);
            if (duty.find() && Units.isCertainUnit(plain.substring(0, duty.start()))) {
                name(from, from + duty.start(), afterComma);
                assign(roleOf(duty.group("verb")));
                told = true;
                return;
            }
            Matcher with = TOGETHER.matcher(plain);
            while (with.find()) {
                String left = plain.substring(0, with.start());
                String right = plain.substring(with.end());
                boolean leftIsClear = left.isEmpty()
                        ? !named(Role.LEAD).isEmpty() && !with.group().endsWith("商")
                        : Units.isCertainUnit(left);
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

        private void name(int start, int stop, boolean afterComma) {
            int from = start;
            int to = stop;
            boolean starred = false;
            while (from < to && STARS.indexOf(line.plain().charAt(from)) >= 0) {
                from++;
                starred = true;
            }
            while (from < to && STARS.indexOf(line.plain().charAt(to - 1)) >= 0) {
                to--;
                starred = true;
            }
            if (starred && from < to) {
                cued = true;
                add(Role.LEAD, new Pending(from, to, afterComma));
                return;
            }

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
                    && (role == Role.RESPONSIBLE
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
            boolean isUnit = Units.isUnit(plain);
            boolean trusted = labelled != null && plain.length() <= 40;
            certain |= isUnit;
            weak |= !isUnit && !trusted;
            broken |= !isUnit && !trusted && !Units.mayBeShort(plain);
            if (!names.contains(name)) {
                names.add(name);
            }
        }

        Assignment result() {
            flush();
            if (broken || weak && !certain) {
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

    private static Role roleAtEnd(Matcher verb) {
        if (verb.group("guide") != null) {
            return Role.GUIDE;
        }
        if (verb.group("help") != null) {
            return Role.SUPPORT;
        }
        String part = verb.group("part");
        return part == null ? roleOf(verb.group("verb")) : roleOf(part.equals("主体") || part.equals("责任") ? "负责" : part);
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
