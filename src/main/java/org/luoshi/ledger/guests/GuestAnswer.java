package org.luoshi.ledger.guests;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.luoshi.shared.SecretWord;

/** What stands in a returned workbook, by its marks. */
record GuestAnswer(String token, Map<String, String> typed) {

    GuestAnswer {
        typed = new TreeMap<>(typed);
    }

    String at(int part, String mark) {
        return at(GuestMarks.of(part, mark));
    }

    String at(String mark) {
        return Objects.requireNonNullElse(typed.get(mark), "");
    }

    /** Nothing is answered, whoever signed it. */
    boolean isEmpty() {
        return typed.entrySet().stream()
                .noneMatch(one -> !one.getKey().equals(GuestMarks.SIGNER)
                        && !one.getKey().equals(GuestMarks.TELEPHONE)
                        && !one.getValue().isBlank());
    }

    /** The same answers give the same digest, however the file was saved. */
    byte[] digest() {
        StringBuilder all = new StringBuilder();
        typed.forEach(
                (mark, value) -> all.append(mark).append('\u0000').append(value).append('\u0001'));
        return SecretWord.hash(all.toString());
    }
}
