package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern COLLECTIVE = Pattern.compile(
            "^(?:各|全[市省县区]各|[市省县区]直各|有关|相关|其他).*|.*(?:各有关|有关部门|相关部门|有关单位|相关单位|各部门|各单位|成员单位|各地区?|各县区?|各区县?|各旗县?.*|各乡镇.*)$");

    static ImportNames of(String cell) {
        Set<String> leads = new LinkedHashSet<>();
        Set<String> supporting = new LinkedHashSet<>();
        boolean open = false;
        Set<String> into = leads;
        for (String part : SEPARATORS.split(NOTE.matcher(cell).replaceAll(""))) {
            String name = part.strip();
            Matcher marked = PART.matcher(name);
            if (marked.find()) {
                into = marked.group(1) == null ? supporting : leads;
                name = name.substring(marked.end());
            }
            Matcher others = AND_OTHERS.matcher(name);
            if (others.find() && !isCollective(name)) {
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

    /** 各地区, 各有关部门: nobody can be asked by that name. */
    static boolean isCollective(String name) {
        return COLLECTIVE.matcher(name).matches();
    }
}
