package org.luoshi.intake.extraction;

import com.ibm.icu.text.Transliterator;

/**
 * One spelling for recognition, character by character, so that positions stay: simplified for traditional, Chinese for half-width
 * punctuation, half-width digits. What is shown and kept is always the original.
 */
final class Script {

    private static final char[] PLAIN = table();

    private Script() {}

    static char plain(char written) {
        return PLAIN[written];
    }

    static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        written.chars().forEach(c -> plain.append(PLAIN[c]));
        return plain.toString();
    }

    private static char[] table() {
        Transliterator toSimplified = Transliterator.getInstance("Hant-Hans");
        char[] plain = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < plain.length; c++) {
            plain[c] = (char) c;
        }
        for (int c = 0x4E00; c <= 0x9FFF; c++) {
            String simplified = toSimplified.transliterate(String.valueOf((char) c));
            if (simplified.length() == 1) {
                plain[c] = simplified.charAt(0);
            }
        }
        for (char c = '０'; c <= '９'; c++) {
            plain[c] = (char) (c - '０' + '0');
        }
        String written = "(（﹙,，;；﹔:：︰﹕[［]］)）﹚|｜／．｡﹑､　\u00A0\t";
        String meant = "（（（，，；；；：：：：【【】】）））///.。、、   ";
        for (int i = 0; i < written.length(); i++) {
            plain[written.charAt(i)] = meant.charAt(i);
        }
        return plain;
    }
}
