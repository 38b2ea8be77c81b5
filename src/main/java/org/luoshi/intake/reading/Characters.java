package org.luoshi.intake.reading;

import java.util.regex.Pattern;

/** What all readers do with characters. */
final class Characters {

    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060\\uFEFF]");

    private static final Pattern ODD_SPACE = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F]");

    private static final Pattern MARKER = Pattern.compile(
            "(?:第?\\h*[一二三四五六七八九十百零〇]{1,5}\\h*[、．.章节条款项部编]"
                    + "|[（(]\\h*[一二三四五六七八九十百]{1,4}\\h*[）)]|[（(]\\h*\\d{1,3}\\h*[）)]|第\\h*\\d{1,3}\\h*[章节条]"
                    + "|\\d{1,3}\\h*[、．）)]|\\d{1,3}\\.(?![\\d.])|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\h*(?=[\\u4E00-\\u9FFF])"
                    + "|[①-⑳㉑-㉟]|[甲乙丙丁戊己庚辛壬癸][、．]|[A-Za-z][、．.）)]).*",
            Pattern.DOTALL);

    private Characters() {}

    /** One line without what cannot be seen at its ends and inside. */
    static String clean(String line) {
        return ODD_SPACE
                .matcher(INVISIBLE.matcher(line).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Begins with 一、 （一） 1. （1） 第一条 ① and the like. */
    static boolean startsWithMarker(String line) {
        return MARKER.matcher(line).matches();
    }

    /** Two pieces of one sentence: a space only where letters or digits of other scripts meet. */
    static String join(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        char before = first.charAt(first.length() - 1);
        char after = second.charAt(0);
        boolean apart = isWestern(before) && isWestern(after)
                || ",;:.".indexOf(before) >= 0 && Character.isLetter(after) && isWestern(after);
        return apart ? first + " " + second : first + second;
    }

    static boolean isWestern(int character) {
        return character < 0x2000 && Character.isLetterOrDigit(character);
    }

    /** Chinese signs and their full-width punctuation: between them no space belongs. */
    static boolean isWide(int character) {
        return character >= 0x2E80
                        && character <= 0xFFEF
                        && character != 0x3000
                        && !(character >= 0xE000 && character < 0xF900)
                || character >= 0x20000
                || "“”‘’…—".indexOf(character) >= 0;
    }
}
