package org.luoshi.ledger.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The outer form of a package: a zip with few plain names, bounded in every direction, held in memory. */
final class PackageZip {

    static final int LARGEST = 40 * 1024 * 1024;

    private static final int MOST_ENTRIES = 202;
    private static final long MOST_INFLATED = 100L * 1024 * 1024;
    /** 46 octets and a name of at most 86 for each entry, and room for what other programs add. */
    private static final int LONGEST_LIST = MOST_ENTRIES * 200;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LIST_LENGTH_AT = 12;
    private static final int LIST_AT = 16;

    private static final Pattern NAME =
            Pattern.compile("manifest\\.json|signature|content\\.json|files/[A-Za-z0-9._-]{1,80}");

    private PackageZip() {}

    static byte[] write(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.size() > LARGEST) {
            throw tooLarge();
        }
        return out.toByteArray();
    }

    /** Each file by its name. Refused: too large, odd names, a name twice, a bomb, what is no zip. */
    static Map<String, byte[]> read(byte[] content) {
        return within(content, PackageZip::all);
    }

    /** One file alone, and nothing else is unpacked. */
    static byte[] read(byte[] content, String name, int most) {
        return within(content, zip -> {
            ZipArchiveEntry entry = zip.getEntry(name);
            if (entry == null || entry.getGeneralPurposeBit().usesEncryption()) {
                throw PackageError.NOT_A_PACKAGE.plain();
            }
            return inflate(zip, entry, most);
        });
    }

    /** What is done with an open zip. */
    @FunctionalInterface
    private interface Reading<T> {

        T of(ZipFile zip) throws IOException;
    }

    private static <T> T within(byte[] content, Reading<T> reading) {
        if (content.length == 0) {
            throw PackageError.NO_FILE.plain();
        }
        if (content.length > LARGEST) {
            throw tooLarge();
        }
        requireShortList(content);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return reading.of(zip);
        } catch (IOException | IllegalArgumentException broken) {
            throw PackageError.NOT_A_PACKAGE.plain();
        }
    }

    /** The list at the end is read whole when a zip is opened, whatever its length: half a million entries fit into 40 MB. */
    private static void requireShortList(byte[] content) {
        ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int end = content.length - END_LENGTH;
        while (end >= 0 && zip.getInt(end) != END) {
            end--;
        }
        boolean good = end >= 0
                && Integer.compareUnsigned(zip.getInt(end + LIST_LENGTH_AT), LONGEST_LIST) <= 0
                && zip.getInt(end + LIST_AT) == end - zip.getInt(end + LIST_LENGTH_AT);
        if (!good) {
            throw PackageError.NOT_A_PACKAGE.plain();
        }
    }

    private static Map<String, byte[]> all(ZipFile zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long left = MOST_INFLATED;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (!NAME.matcher(name).matches() || name.contains("..") || files.containsKey(name)) {
                throw PackageError.BAD_ENTRY.with(Map.of("name", name.length() > 100 ? name.substring(0, 100) : name));
            }
            if (files.size() >= MOST_ENTRIES || entry.getGeneralPurposeBit().usesEncryption()) {
                throw PackageError.NOT_A_PACKAGE.plain();
            }
            byte[] bytes = inflate(zip, entry, left);
            left -= bytes.length;
            files.put(name, bytes);
        }
        return files;
    }

    private static byte[] inflate(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) left + 1);
            if (bytes.length > left) {
                throw PackageError.BOMB.plain();
            }
            return bytes;
        }
    }

    static org.luoshi.shared.BusinessException tooLarge() {
        return PackageError.TOO_LARGE.with(Map.of("megabytes", LARGEST / 1024 / 1024));
    }
}
