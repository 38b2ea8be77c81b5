package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bracket, a run of labels or a cell that is being read: names wait until a word says what they do. */
final class AssignmentRun {

    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:以上|上述|此项|该项|本项)(?:各项|任务|工作|事项)?(?:均|都)?由|拟?由|请|责成|其中|均由|分别由|主要由|具体由|同时|再由|均需|(?:以|需|并|委托|协调|和|及|与)(?![信济纪委办]))");
    private static final Pattern ROLE_NOTE = Pattern.compile("[（〔【](牵头|主办|主责|负责|配合|协办|指导|牵头单位|责任单位|配合单位|主责单位)[）〕】]$");
    private static final Pattern NAMED_AGAIN = Pattern.compile("(?:及|和|以及|与)(?=各|地方)");
    /** A mark at a name makes it the lead: 省财政厅*. */
    private static final String STARS = "*＊★☆▲△#※";
    /** A longer one says what is to be done by then. */
    private static final int LONGEST_TIME = 9;

    private static final Pattern PERSON_NOTE = Pattern.compile("[（〔【][^（〔【]{0,12}(?:牵头|负责|分管|联系|主抓)[）〕】]$");
    private final Dates dates;

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

    AssignmentRun(Line line, @Nullable Role column, Dates dates) {
        this.dates = dates;
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
        if (label == Role.Label.TIME) {
            told |= plain.length() > LONGEST_TIME;
            times.add(plain);
        } else if (Conventions.isConvention(plain)) {
            flush();
        } else if (!Units.isUnit(plain) && dates.isAboutTime(plain)) {
            told |= plain.length() > LONGEST_TIME;
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
        Matcher person = PERSON_NOTE.matcher(plain);
        if (person.find() && person.group().length() > 6) {
            units(from, from + person.start(), afterComma);
            return;
        }
        Matcher note = ROLE_NOTE.matcher(plain);
        if (note.find() && note.start() > 1) {
            name(from, from + note.start(), afterComma);
            Pending last = pending.remove(pending.size() - 1);
            add(RoleVerbs.of(note.group(1).replaceFirst("单位$", "")), last);
            cued = true;
            return;
        }
        Matcher verb = RoleVerbs.VERB_AT_END.matcher(plain);
        if (verb.find()) {
            Role role = RoleVerbs.atEnd(verb);
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
        Matcher verb = RoleVerbs.VERB_INSIDE.matcher(plain);
        while (verb.find()) {
            String left = plain.substring(0, verb.start());
            String right = plain.substring(verb.end());
            boolean isCut = Units.isCertainUnit(left.replaceFirst("等$", ""))
                    && (Units.isUnit(right) || RoleVerbs.TOGETHER.matcher(right).lookingAt());
            if (isCut) {
                name(from, from + verb.start(), afterComma);
                assign(RoleVerbs.of(verb.group("verb")));
                split(from + verb.end(), to, true);
                return;
            }
        }
        Matcher duty = RoleVerbs.DUTY_OF_ONE.matcher(plain);
        if (duty.find() && Units.isCertainUnit(plain.substring(0, duty.start()))) {
            name(from, from + duty.start(), afterComma);
            assign(RoleVerbs.of(duty.group("verb")));
            told = true;
            return;
        }
        Matcher with = RoleVerbs.TOGETHER.matcher(plain);
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
        String upToOthers = line.plain().substring(from, end);
        for (Span part : Units.parts(upToOthers)) {
            int partFrom = from + part.start();
            int partTo = from + part.start() + Units.endBeforeOthers(upToOthers.substring(part.start(), part.end()));
            put(partFrom, partTo, afterComma && part.start() == 0);
        }
        // 住房城乡建设部等国务院相关部门及各地区: what stands behind "and others" is named again.
        String others = line.plain().substring(end, to);
        Matcher and = NAMED_AGAIN.matcher(others);
        if (and.find() && Units.isUnit(others.substring(and.end()))) {
            pending.add(new Pending(end + and.end(), to, false));
        }
    }

    /** One more name, or the rest of the one before it: 各省、自治区、直辖市. */
    private void put(int from, int to, boolean afterComma) {
        Pending before = pending.isEmpty() ? null : pending.get(pending.size() - 1);
        if (before != null
                && before.to() < from
                && Units.belongsTogether(
                        line.plain().substring(before.from(), before.to()),
                        line.plain().substring(from, to))) {
            pending.set(pending.size() - 1, new Pending(before.from(), to, before.afterComma()));
        } else {
            pending.add(new Pending(from, to, afterComma));
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

    /** True where something else than whose the task is was said. */
    boolean saysMore() {
        return told || weak;
    }

    /** A name that waits for the word that says what it does. */
    private record Pending(int from, int to, boolean afterComma) {}
}
