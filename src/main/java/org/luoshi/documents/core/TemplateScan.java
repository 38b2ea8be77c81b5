package org.luoshi.documents.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.luoshi.documents.DocumentError;

/** Looks into an uploaded template before anything opens it: macros, bombs, things fetched from elsewhere. */
final class TemplateScan {

    static final int MOST = 5 * 1024 * 1024;

    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int MOST_PARTS = 2000;
    private static final Set<String> WITH_MACROS = Set.of("docm", "dotm");
    private static final Pattern OUTSIDE = Pattern.compile("<[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>");
    private static final Pattern TARGET = Pattern.compile("\\bTarget\\s*=\\s*[\"']([^\"']*)[\"']");

    private TemplateScan() {}

    static void check(String name, byte[] content) {
        String ending = ending(name);
        if (WITH_MACROS.contains(ending)) {
            throw DocumentError.MACRO.plain();
        }
        if (!"docx".equals(ending)) {
            throw DocumentError.NOT_WORD.plain();
        }
        if (content.length > MOST) {
            throw DocumentError.TEMPLATE_TOO_LARGE.with(
                    Map.of("found", megabytes(content.length), "most", megabytes(MOST)));
        }
        look(content);
    }

    private static void look(byte[] content) {
        int left = MOST_UNPACKED;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(left);
                left -= part.length;
                if (left <= 0 || ++parts > MOST_PARTS) {
                    throw DocumentError.BOMB.plain();
                }
                look(entry.getName().toLowerCase(Locale.ROOT), part);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw DocumentError.NOT_WORD.plain();
        }
        if (parts == 0) {
            throw DocumentError.NOT_WORD.plain();
        }
    }

    private static void look(String name, byte[] part) {
        if (name.contains("vbaproject")
                || name.contains("vbadata")
                || name.endsWith(".bin") && name.contains("activex")) {
            throw DocumentError.MACRO.plain();
        }
        if (name.equals("[content_types].xml") && text(part).contains("macroEnabled")) {
            throw DocumentError.MACRO.plain();
        }
        if (name.endsWith(".rels")) {
            Matcher outside = OUTSIDE.matcher(text(part));
            while (outside.find()) {
                if (!outside.group().contains("/hyperlink")) {
                    throw DocumentError.EXTERNAL.with(Map.of("target", target(outside.group())));
                }
            }
        }
    }

    private static String target(String relationship) {
        Matcher target = TARGET.matcher(relationship);
        return target.find() ? target.group(1) : "";
    }

    private static String text(byte[] part) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(part.length);
        for (byte one : part) {
            // A part in UTF-16 reads the same once its zero bytes are gone: nothing that is looked for here lies
            // outside ASCII.
            if (one != 0) {
                plain.write(one);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static String megabytes(int bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
