package org.luoshi.reporting.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.FieldKind;
import org.luoshi.reporting.forms.DictionaryField;
import org.luoshi.reporting.forms.FormError;
import org.luoshi.reporting.forms.NewField;

/** A field of the dictionary, letter by letter. */
public record FieldForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String measure,
        @Nullable String definition,
        @Nullable String basis,
        @Nullable String personal,
        @Nullable String least,
        @Nullable String most,
        @Nullable String choices,
        @Nullable String minutes,
        @Nullable String version) {

    static FieldForm empty() {
        return new FieldForm("", "", "WHOLE", "", "", "", null, "", "", "", "1", "");
    }

    static FieldForm of(DictionaryField field) {
        NewField says = field.says();
        return new FieldForm(
                says.code(),
                says.name(),
                says.kind().name(),
                says.measure(),
                says.definition(),
                says.basis(),
                says.personal() ? "on" : null,
                plain(says.least()),
                plain(says.most()),
                String.join("、", says.choices()),
                plain(says.minutes()),
                Integer.toString(field.version()));
    }

    NewField toField() {
        BigDecimal typed = FormTyped.decimal("minutes", minutes);
        if (typed == null || typed.signum() <= 0 || typed.compareTo(BigDecimal.valueOf(600)) > 0) {
            throw FormError.UNREADABLE.with(java.util.Map.of("field", "minutes", "most", 600));
        }
        return new NewField(
                FormTyped.text(code),
                FormTyped.text(name),
                FormTyped.choice("kind", FieldKind.class, kind),
                FormTyped.text(measure),
                FormTyped.text(definition),
                FormTyped.text(basis),
                personal != null,
                FormTyped.decimal("least", least),
                FormTyped.decimal("most", most),
                FormTyped.several(choices),
                typed);
    }

    /** What stands in the field of that name. */
    public String typed(String name) {
        String value = switch (name) {
            case "code" -> code;
            case "name" -> this.name;
            case "kind" -> kind;
            case "measure" -> measure;
            case "definition" -> definition;
            case "basis" -> basis;
            case "least" -> least;
            case "most" -> most;
            case "choices" -> choices;
            case "minutes" -> minutes;
            default -> version;
        };
        return value == null ? "" : value;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
