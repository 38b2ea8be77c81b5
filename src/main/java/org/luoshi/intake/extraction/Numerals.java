package org.luoshi.intake.extraction;

import java.util.regex.Pattern;

/** 二〇二五年十二月 as 2025年12月. */
final class Numerals {

    private static final Pattern COUNTED = Pattern.compile("[〇○零一二三四五六七八九十]+(?=年(?!级)|月|日|号|天|个月|个工作日|个自然日|周(?!年))");
    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    static String inDigits(String plain) {
        return COUNTED.matcher(plain).replaceAll(found -> digits(found.group()));
    }

    static String digits(String chinese) {
        String numeral = chinese.replace('○', '〇').replace('零', '〇');
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            numeral.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
            return digits.toString();
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(numeral.charAt(ten - 1));
        int ones = ten == numeral.length() - 1 ? 0 : DIGITS.indexOf(numeral.charAt(ten + 1));
        return String.valueOf(10 * tens + ones);
    }
}
