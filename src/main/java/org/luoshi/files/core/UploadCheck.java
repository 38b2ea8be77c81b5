package org.luoshi.files.core;

import static org.luoshi.files.core.FileError.EMPTY;
import static org.luoshi.files.core.FileError.MARKED;
import static org.luoshi.files.core.FileError.NAME_CONTRADICTS_CONTENT;
import static org.luoshi.files.core.FileError.TOO_LARGE;

import java.util.Map;

/** What a file must pass before anything is done with it. Keeps nothing and counts nothing, so it needs neither database nor beans. */
public final class UploadCheck {

    private UploadCheck() {}

    /** The ending that fits what the file is, or a refusal. */
    public static String endingOf(String rawName, byte[] content) {
        String name = name(rawName);
        requireSize(name, content);
        return kind(name, lookInto(content)).ending();
    }

    /** The text of a file whose kind is text. */
    public static String decode(byte[] content) {
        return PlainText.decode(content).orElseThrow(FileError.DAMAGED::plain);
    }

    public static void requireUnmarked(String text) {
        if (SecrecyGuard.isMarked(text, true)) {
            throw MARKED.plain();
        }
    }

    /** The name made safe; a mark in it is refused before and after. */
    static String name(String rawName) {
        requireUnmarkedName(rawName);
        String name = FileName.clean(rawName);
        requireUnmarkedName(name);
        return name;
    }

    static void requireUnmarkedName(String name) {
        if (SecrecyGuard.isMarked(name.replace('_', ' '), false)) {
            throw MARKED.plain();
        }
    }

    static void requireSize(String name, byte[] content) {
        if (content.length == 0) {
            throw EMPTY.with(Map.of("name", name));
        }
        if (content.length > SecrecyGuard.LARGEST) {
            throw TOO_LARGE.with(Map.of("name", name, "megabytes", SecrecyGuard.LARGEST / 1024 / 1024));
        }
    }

    static FileKind lookInto(byte[] content) {
        return new Inspection(new MarkWatch()).of(content);
    }

    /** What a file is by content and name together: a piece of a web page looks like plain text, and the other way round. */
    static FileKind kind(String name, FileKind byContent) {
        if (byContent == FileKind.TEXT && FileKind.HTML.agreesWith(name)) {
            return FileKind.HTML;
        }
        if (byContent == FileKind.HTML && FileKind.TEXT.agreesWith(name)) {
            return FileKind.HTML;
        }
        if (byContent == FileKind.TEXT && FileKind.JSON.agreesWith(name)) {
            return FileKind.JSON;
        }
        if (byContent == FileKind.TEXT && FileKind.CALENDAR.agreesWith(name)) {
            return FileKind.CALENDAR;
        }
        if (!byContent.agreesWith(name)) {
            throw NAME_CONTRADICTS_CONTENT.with(Map.of("name", name, "expected", "." + byContent.ending()));
        }
        return byContent;
    }
}
