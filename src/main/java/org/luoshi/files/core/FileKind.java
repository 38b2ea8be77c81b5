package org.luoshi.files.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is accepted. One line is one kind: its media type and the name endings that agree with it. */
enum FileKind {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc", "wps"),
    XLS("application/vnd.ms-excel", "xls", "et"),
    PPT("application/vnd.ms-powerpoint", "ppt", "dps"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    OFD("application/ofd", "ofd"),
    PDF("application/pdf", "pdf"),
    TEXT("text/plain", "txt", "csv"),
    /** A saved web page: read like any other paper, but never kept, because a browser would run what is in it. */
    HTML("text/html", "html", "htm"),
    /** Reports of a program or an off-line form: read and never kept. */
    JSON("application/json", "json", "jsonl", "ndjson"),
    /** The answer of a calendar program: read and never kept. */
    CALENDAR("text/calendar", "ics"),
    /** What another installation of the house hands over, signed: read and never kept as it is. */
    PACKAGE("application/vnd.luoshi.package+zip", "zip"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    TIFF("image/tiff", "tif", "tiff");

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    String mediaType(String name) {
        return this == TEXT && endingOf(name).equals("csv") ? "text/csv" : mediaType;
    }

    boolean agreesWith(String name) {
        return endings.contains(endingOf(name));
    }

    String ending() {
        return endings.get(0);
    }

    boolean isZip() {
        return switch (this) {
            case DOCX, XLSX, PPTX, ODT, ODS, ODP, OFD, PACKAGE -> true;
            case DOC, XLS, PPT, PDF, TEXT, HTML, JSON, CALENDAR, PNG, JPEG, GIF, WEBP, TIFF -> false;
        };
    }

    /** The part after the last dot in small letters; empty where there is none. */
    static String endingOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    boolean mayBeKept() {
        return this != HTML && this != JSON && this != CALENDAR && this != PACKAGE;
    }

    /** {@code .docx,.xlsx,…} as the accept attribute of a file input wants it. */
    static String accepted() {
        return Arrays.stream(values())
                .filter(FileKind::mayBeKept)
                .flatMap(kind -> kind.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
