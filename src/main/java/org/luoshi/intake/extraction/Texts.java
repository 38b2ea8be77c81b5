package org.luoshi.intake.extraction;

/** Small questions about plain text. */
final class Texts {

    private static final int LONGEST_TITLE = 50;
    /** 统筹两个市场，打造加工制造中心 */
    private static final int LONGEST_DOUBLE_TITLE = 32;

    private Texts() {}

    /** True where words stand, not only punctuation. */
    static boolean isSaid(String plain) {
        return plain.chars().anyMatch(Character::isLetterOrDigit);
    }

    /** A heading, not yet a sentence with content: short, no stop inside. */
    static boolean isTitle(String plain) {
        String text = plain.strip();
        int stop = text.indexOf('。');
        int longest = text.indexOf('，') < 0 ? LONGEST_TITLE : LONGEST_DOUBLE_TITLE;
        return text.length() <= longest && (stop < 0 || stop == text.length() - 1) && text.indexOf('；') < 0;
    }

    static int skipPunctuation(String plain, int from, int to) {
        int at = from;
        while (at < to && "。；，、 ）】〕！\n".indexOf(plain.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
