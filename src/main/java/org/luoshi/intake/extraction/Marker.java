package org.luoshi.intake.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in front of a heading or a point (GB/T 9704: 一、（一）1.（1）), from the widest to the narrowest. */
enum Marker {
    CHAPTER(1, "第[一二三四五六七八九十百零〇\\d]{1,4}[章编篇]"),
    COMMA(2, "[一二三四五六七八九十]{1,3}[、.](?!\\d)"),
    ARTICLE(3, "第[一二三四五六七八九十百零〇\\d]{1,5}条"),
    PAREN(3, "（[一二三四五六七八九十]{1,3}）"),
    DIGIT(4, "\\d{1,3}(?:[.、](?:(?![\\d年月])|(?=\\d{4}))|(?=[（【][^）】]{2,30}[）】]))"),
    DIGIT_PAREN(5, "（\\d{1,3}）|\\d{1,2}）|[⑴-⒇]"),
    CIRCLED(6, "[①-⑳❶-❿]"),
    DASH(7, "——|--|—|[●■◆▲※★☆·•○▪➢]|- |[一二三四五六七八九十]{1,2}是(?=[^否])");

    private final int rank;
    private final Pattern pattern;

    Marker(int rank, String pattern) {
        this.rank = rank;
        this.pattern = Pattern.compile("^ ?(" + pattern + ") ?");
    }

    /** Narrower markers have higher ranks. */
    int rank() {
        return rank;
    }

    /** A marker as found: what it is, its text, and where the words behind it begin. */
    record Found(Marker marker, String text, int contentStart) {}

    static @Nullable Found at(String plain) {
        for (Marker marker : values()) {
            Matcher matcher = marker.pattern.matcher(plain);
            if (matcher.find()) {
                // "一是" belongs to the sentence; the others stand apart from it.
                boolean isSpoken = matcher.group(1).endsWith("是");
                return new Found(marker, matcher.group(1), isSpoken ? 0 : matcher.end());
            }
        }
        return null;
    }
}
