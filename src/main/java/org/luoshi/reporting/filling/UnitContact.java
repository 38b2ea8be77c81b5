package org.luoshi.reporting.filling;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom to call about a unit that has nobody with an account. */
public record UnitContact(String name, String telephone) {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,60}");
    private static final Pattern TELEPHONE = Pattern.compile("[0-9+() -]{5,30}");

    /** As typed; refused with {@code field}. Full-width digits are understood. */
    public static UnitContact typed(@Nullable String name, String nameField, @Nullable String telephone) {
        String plainName = name == null ? "" : name.strip();
        if (!NAME.matcher(plainName).matches()) {
            throw LinkError.NAME_WRONG.with(Map.of("field", nameField));
        }
        String plain = Normalizer.normalize(telephone == null ? "" : telephone.strip(), Normalizer.Form.NFKC);
        if (!TELEPHONE.matcher(plain).matches()) {
            throw LinkError.TELEPHONE_WRONG.with(Map.of("field", "telephone"));
        }
        return new UnitContact(plainName, plain);
    }
}
