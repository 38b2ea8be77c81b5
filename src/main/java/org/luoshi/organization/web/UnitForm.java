package org.luoshi.organization.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;

/** What was typed about a unit. */
public record UnitForm(
        @NotBlank(message = "{organization.form.required}") @Size(max = 200, message = "{organization.form.too-long}")
        String name,

        @NotBlank(message = "{organization.form.required}") @Size(max = 40, message = "{organization.form.too-long}")
        String shortName,

        @Size(max = 1000, message = "{organization.form.too-long}")
        String aliases,

        @Size(max = 40, message = "{organization.form.too-long}")
        String code,

        @Pattern(regexp = "OFFICE|DIVISION|UNIT|GUEST|AREA", message = "{organization.form.required}")
        String kind,

        String parent,

        @Pattern(regexp = "|[1-9][0-9]{0,6}", message = "{organization.form.number}")
        String order,

        @Pattern(regexp = Editing.DAY, message = "{organization.form.day}")
        String validFrom,

        String version) {

    public UnitForm {
        name = name == null ? "" : name;
        shortName = shortName == null ? "" : shortName;
        aliases = aliases == null ? "" : aliases;
        code = code == null ? "" : code;
        kind = kind == null ? "" : kind;
        parent = parent == null ? "" : parent;
        order = order == null ? "" : order;
        validFrom = validFrom == null ? "" : validFrom;
        version = version == null ? "0" : version;
    }

    static UnitForm empty(@Nullable Unit parent, String parentName, LocalDate today) {
        boolean inside = parent != null && parent.kind() != UnitKind.UNIT && parent.kind() != UnitKind.AREA;
        String kind = parent == null ? "UNIT" : inside ? "DIVISION" : "UNIT";
        return new UnitForm("", "", "", "", kind, parentName, "", today.toString(), "0");
    }

    static UnitForm of(Unit unit, String parentName, int version) {
        return new UnitForm(
                unit.name(),
                unit.shortName(),
                String.join("、", unit.aliases()),
                unit.code() == null ? "" : unit.code(),
                unit.kind().name(),
                parentName,
                String.valueOf(unit.order()),
                unit.validFrom().toString(),
                String.valueOf(version));
    }

    /** Only after validation has passed. */
    NewUnit toUnit(@Nullable UUID parentId) {
        List<String> names = Arrays.stream(aliases.split("[、,，;；\\n\\r]+"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
        return new NewUnit(
                parentId,
                Editing.orNull(code),
                name.strip(),
                shortName.strip(),
                names,
                UnitKind.valueOf(kind),
                order.isBlank() ? null : Integer.valueOf(order),
                LocalDate.parse(validFrom));
    }

    int seenVersion() {
        return Integer.parseInt(version);
    }
}
