package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.AREAS_NOT_GZIP;
import static org.luoshi.organization.core.OrganizationError.AREAS_REFUSED;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.luoshi.shared.BusinessException;

/** Reads a file of divisions line by line, and refuses it with the line and the reason at the first thing that is wrong. */
final class AreaFile {

    private static final String COLUMNS = "code,parent,level,name";
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_NAME = 200;
    private static final int BUFFER = 1 << 16;
    /** How many digits the codes of each level have. */
    private static final int[] DIGITS = {0, 2, 4, 6, 9, 12};

    /** The codes above the last level, with how many areas each has directly below. */
    private final Map<String, Integer> parents = new HashMap<>();
    /** The codes of the last level as numbers: they are the many, and are nobody's parents. */
    private final Set<Long> villages = new HashSet<>();

    private int number;

    private AreaFile() {}

    /** Hands each area to the reader, parents before their children, and returns how many there were. */
    static int read(InputStream compressed, Consumer<AreaLine> reader) {
        AreaFile file = new AreaFile();
        try (InputStream unpacked = new GZIPInputStream(compressed, BUFFER);
                Reader characters = new BufferedReader(
                        new InputStreamReader(unpacked, StandardCharsets.UTF_8.newDecoder()), BUFFER)) {
            return file.read(characters, reader);
        } catch (CharacterCodingException notText) {
            throw file.refused("organization.areas.not-text");
        } catch (EOFException | ZipException broken) {
            throw file.number == 0 ? AREAS_NOT_GZIP.plain() : file.refused("organization.areas.cut");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private int read(Reader characters, Consumer<AreaLine> reader) throws IOException {
        StringBuilder line = new StringBuilder();
        if (!next(characters, line) || !line.toString().replace("\uFEFF", "").equals(COLUMNS)) {
            throw refused("organization.areas.bad-columns");
        }
        while (next(characters, line)) {
            reader.accept(area(line.toString()));
        }
        if (number < 2) {
            throw refused("organization.areas.empty");
        }
        return number - 1;
    }

    /** The next line without its end; false at the end of the file. */
    private boolean next(Reader characters, StringBuilder line) throws IOException {
        line.setLength(0);
        number++;
        int character = characters.read();
        if (character < 0) {
            number--;
            return false;
        }
        for (; character >= 0 && character != '\n'; character = characters.read()) {
            if (line.length() == LONGEST_LINE) {
                throw refused("organization.areas.bad-columns");
            }
            line.append((char) character);
        }
        if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return true;
    }

    private AreaLine area(String line) {
        String[] cells = line.split(",", -1);
        require(cells.length == 4, "organization.areas.bad-columns");
        String code = cells[0];
        String parent = cells[1];
        String name = cells[3].strip();
        require(cells[2].matches("[1-5]"), "organization.areas.bad-level");
        int level = cells[2].charAt(0) - '0';
        require(isCode(code, level), "organization.areas.bad-code");
        require(
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isISOControl)
                        && name.chars().anyMatch(Character::isLetterOrDigit),
                "organization.areas.bad-name");
        require(level == 1 ? parent.isEmpty() : isCode(parent, level - 1), "organization.areas.bad-parent");
        require(level == 1 || parents.containsKey(parent), "organization.areas.unknown-parent");
        require(isNew(code, level), "organization.areas.twice");
        return new AreaLine(number, code, parent, level, name, parents.merge(parent, 1, Integer::sum));
    }

    private boolean isNew(String code, int level) {
        return level == AreaOptions.ALL_LEVELS
                ? villages.add(Long.valueOf(code))
                : parents.putIfAbsent(code, 0) == null;
    }

    private static boolean isCode(String text, int level) {
        return text.length() == DIGITS[level] && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private void require(boolean holds, String why) {
        if (!holds) {
            throw refused(why);
        }
    }

    private BusinessException refused(String why) {
        return AREAS_REFUSED.with(Map.of("line", number, "why", why));
    }
}
