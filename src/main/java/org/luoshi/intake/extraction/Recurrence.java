package org.luoshi.intake.extraction;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How often a task comes again. */
public enum Recurrence {
    WEEKLY("每周|按周|每星期|逐周"),
    MONTHLY("每月|按月|逐月|每个月|月报"),
    QUARTERLY("每季度?|按季度?|逐季"),
    HALF_YEARLY("每半年|半年一次|每学期"),
    YEARLY("每年|按年度?|逐年|(?<!\\d)年年|每学年"),
    ONGOING("长期|持续|常态化|经常性|贯穿|全程");

    private static final Pattern ANY = Pattern.compile("[每按逐]|年年|月报|半年|长期|持续|常态|经常|贯穿|全程");

    private final Pattern words;

    Recurrence(String words) {
        this.words = Pattern.compile(words);
    }

    /** The narrowest that the text names. */
    static @Nullable Recurrence in(String plain) {
        if (!ANY.matcher(plain).find()) {
            return null;
        }
        for (Recurrence recurrence : values()) {
            if (recurrence.words.matcher(plain).find()) {
                return recurrence;
            }
        }
        return null;
    }

    /** The word the answers use: monthly, ongoing. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
