package org.luoshi.intake.extraction;

import java.util.List;
import java.util.regex.Pattern;

/** What a paper agrees on once for all its lists: 列第一位的为牵头单位，下同. */
final class Conventions {

    private static final Pattern FIRST_LEADS = Pattern.compile(
            "(?:第一(?!时间|责任人|批|阶段|季度|产业|步)|首位|首个|居首|排首|列首|位首|第1|最前|在前|之首)[^。；]{0,18}?(?:牵头|主办|主责|总负责|负总责)|(?:牵头|主办|主责)(?:单位|部门|处室)?[^。；（）]{0,6}(?:列|排|位)[^。；（）]{0,4}(?:首|第一|前)");
    private static final Pattern SAME_BELOW = Pattern.compile("^(?:以?下同|后同|下同略|本表同|全文同|余同)[。）]?$");

    private Conventions() {}

    static boolean isConvention(String plain) {
        return SAME_BELOW.matcher(plain).matches() || FIRST_LEADS.matcher(plain).find();
    }

    static boolean firstLeads(List<Line> lines) {
        return lines.stream().anyMatch(line -> FIRST_LEADS.matcher(line.plain()).find());
    }
}
