package org.luoshi.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.NameToDecide;

/**
 * A unit's name as a table or a paper writes it, and what is done about it.
 *
 * @param count how often it is written
 * @param certain the register has exactly this one
 * @param collective stands for many units (各有关部门)
 * @param decision {@code use:<id>}, {@code new}, {@code leave}, or empty while nobody has decided
 * @param unitId of the unit that is used; null where it is new, left out or undecided
 * @param unitName of the unit that is used, or of the new one; two units of one name are told apart in it
 */
public record WrittenName(
        String written,
        int count,
        boolean certain,
        boolean collective,
        List<Candidate> candidates,
        String decision,
        @Nullable UUID unitId,
        @Nullable String unitName) {

    /** Begins a decision for a unit of the register; its id follows. */
    public static final String USE = "use:";

    /** The decision for a unit that is not in the register yet. */
    public static final String NEW = "new";

    /** The decision that this name stands for nobody. */
    public static final String LEAVE = "leave";

    private static final Pattern COLLECTIVE = Pattern.compile("""
            (?:各|全[国省市县区]各|[省市县区]直各|有关|相关|其他).*\
            |.*(?:各有关|(?:有关|相关)(?:部门|单位|地区|地方)|各部门|各单位|(?:成员|牵头|责任|配合|参与)单位|(?:牵头|责任|配合)部门\
            |各地区?|各县区?|各区县?|各旗县?.*|各乡镇.*|各级.*|各省.*|地方(?:人民)?政府)\
            |.*[市县][（(〔\\[【][市县区旗、，,]+[）)〕\\]】].*|县市区.*|市县区?(?:人民)?政府\
            |[省市县区乡]级(?:人民)?政府""");

    /** A unit it may mean. */
    public record Candidate(UUID id, String name, int percent) {

        /** The decision to take this one. */
        public String value() {
            return USE + id;
        }
    }

    /** True for names by which nobody can be asked, for they stand for many: 各地区, 各有关部门, 部际联席会议成员单位, 县〔市、区〕政府. */
    public static boolean isCollective(String name) {
        return COLLECTIVE.matcher(name).matches();
    }

    public boolean isDecided() {
        return !decision.isEmpty();
    }

    public boolean isNew() {
        return decision.equals(NEW);
    }

    public boolean isLeftOut() {
        return decision.equals(LEAVE);
    }

    /** This name as {@code layout/writtenNames} asks a person about it. */
    public NameToDecide toDecide() {
        List<NameToDecide.Choice> choices = new ArrayList<>();
        candidates.forEach(candidate -> choices.add(new NameToDecide.Choice(candidate.value(), candidate.name())));
        return new NameToDecide(
                written, count, certain, decision, choices, isNew() && !written.equals(unitName) ? unitName : null);
    }
}
