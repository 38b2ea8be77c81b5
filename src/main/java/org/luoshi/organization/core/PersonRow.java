package org.luoshi.organization.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in a list, with the posts of today as one text. */
public record PersonRow(
        UUID id,
        String name,
        @Nullable String posts,
        @Nullable String telephone,
        @Nullable String email,
        @Nullable LocalDate leftOn) {

    /** What tells people of the same name apart: 王某（秘书处 副处长）; without a post the telephone number or address. */
    public String label() {
        String mark = posts != null ? posts : telephone != null ? telephone : email;
        return mark == null ? name : name + "（" + mark + "）";
    }
}
