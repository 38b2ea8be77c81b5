package org.luoshi.study.web;

import java.util.Arrays;
import java.util.Map;
import org.luoshi.study.core.StudyError;
import org.luoshi.study.core.StudyMaterial;
import org.luoshi.study.core.StudyMaterialService.Described;

/** A material as typed; {@code published} is its year, for {@code year} is that of the page. */
public record StudyMaterialForm(
        String title, String issuer, String kind, String published, String shelf, String link, String version) {

    public StudyMaterialForm {
        title = StudyTyped.text(title);
        issuer = StudyTyped.text(issuer);
        kind = StudyTyped.text(kind);
        published = StudyTyped.text(published);
        shelf = StudyTyped.text(shelf);
        link = StudyTyped.text(link);
        version = StudyTyped.text(version);
    }

    static StudyMaterialForm empty() {
        return new StudyMaterialForm("", "", "BOOK", "", "", "", "");
    }

    static StudyMaterialForm of(StudyMaterial material) {
        return new StudyMaterialForm(
                material.title(),
                material.issuer(),
                material.kind().name(),
                material.year() == null ? "" : material.year().toString(),
                material.shelf(),
                material.link(),
                String.valueOf(material.version()));
    }

    Described described() {
        StudyMaterial.Kind chosen = Arrays.stream(StudyMaterial.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> StudyError.CHOICE_UNKNOWN.with(Map.of("field", "kind")));
        return new Described(title, issuer, chosen, StudyTyped.yearOrNull("published", published), shelf, link);
    }
}
