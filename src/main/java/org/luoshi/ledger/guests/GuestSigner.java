package org.luoshi.ledger.guests;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who signs for a unit without account, as typed and made plain. */
public record GuestSigner(String name, String telephone) {

    private static final int LONGEST_NAME = 60;
    private static final Pattern TELEPHONE = Pattern.compile("[0-9+][0-9 ()-]{4,29}");

    /** Refused with the field that is wrong. */
    public static GuestSigner typed(@Nullable String name, @Nullable String telephone) {
        String plainName = plain(name);
        if (plainName.isEmpty() || plainName.length() > LONGEST_NAME) {
            throw GuestError.NAME_WRONG.with(Map.of("field", "signer"));
        }
        String plainTelephone = plain(telephone);
        if (!TELEPHONE.matcher(plainTelephone).matches()) {
            throw GuestError.TELEPHONE_WRONG.with(Map.of("field", "telephone"));
        }
        return new GuestSigner(plainName, plainTelephone);
    }

    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
