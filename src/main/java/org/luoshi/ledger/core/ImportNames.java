package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luoshi.organization.WrittenName;

/**
 * The units written in one cell.
 *
 * @param leads in the order written; those marked as supporting apart
 * @param open true where "and others" stands at the end
 */
record ImportNames(List<String> leads, List<String> supporting, boolean open) {

    private static final Pattern SEPARATORS = Pattern.compile("[、，,；;/／|\\s\\p{Z}。]+");
    private static final Pattern PART = Pattern.compile("^(?:(牵头|主办|责任|承办|主责)|(配合|协办|参加|参与|协助))(?:单位|部门)?[:：]");
    private static final Pattern AND_OTHERS = Pattern.compile("等(?:有关|相关)?(?:部门|单位|地区|区县|市县)?$");
    private static final Pattern NOTE = Pattern.compile("[（(【\\[][^（(【\\[]*?[）)】\\]]");
    private static final Pattern LEVELS_IN_BRACKETS = Pattern.compile("县[（(〔\\[][市区旗、，,]+[）)〕\\]]");

    static ImportNames of(String cell) {
        Set<String> leads = new LinkedHashSet<>();
        Set<String> supporting = new LinkedHashSet<>();
        boolean open = false;
        Set<String> into = leads;
        for (String part : SEPARATORS.split(plain(cell))) {
            String name = part.strip();
            Matcher marked = PART.matcher(name);
            if (marked.find()) {
                into = marked.group(1) == null ? supporting : leads;
                name = name.substring(marked.end());
            }
            Matcher others = AND_OTHERS.matcher(name);
            if (others.find() && !WrittenName.isCollective(name)) {
                open = true;
                name = name.substring(0, others.start());
            }
            if (!name.isEmpty() && !name.matches("[\\-—无]+")) {
                into.add(name);
            }
        }
        supporting.removeAll(leads);
        return new ImportNames(new ArrayList<>(leads), new ArrayList<>(supporting), open);
    }

    /** Without notes in brackets; 县（市、区） is no note but a collective. */
    private static String plain(String cell) {
        String levels = LEVELS_IN_BRACKETS.matcher(cell).replaceAll("县市区");
        return NOTE.matcher(levels).replaceAll("");
    }
}
