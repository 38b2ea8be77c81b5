package org.luoshi.files;

import org.luoshi.files.core.UploadCheck;

/** The secrecy and safety check of the store for those who only read a file and keep nothing of it. Needs neither database nor beans. */
public final class Inspector {

    private Inspector() {}

    /**
     * Refuses what the store refuses: empty, too large, marked secret, name and content that contradict each other, archives, encrypted
     * files, zip bombs, damage. Saved web pages pass, though the store does not keep them.
     *
     * @return the ending that fits the content, without dot: {@code docx}, {@code pdf}, {@code txt}, {@code html}, {@code png} …
     */
    public static String inspect(String fileName, byte[] content) {
        return UploadCheck.endingOf(fileName, content);
    }

    /** Refuses text that carries a state-secret mark, as {@link FilesApi#requireUnmarked} does. */
    public static void requireUnmarked(String text) {
        UploadCheck.requireUnmarked(text);
    }

    /** The characters of a text file: UTF-8, UTF-16 with its mark or GB18030, without byte order mark. */
    public static String decode(byte[] content) {
        return UploadCheck.decode(content);
    }
}
