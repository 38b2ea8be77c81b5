package org.luoshi.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.documents.core.OfficeTemplates;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Templates that the office has put in place of the shipped ones. Who may do that is decided by the room whose paper it is; that room also says
 * with which values a template is tried before it is taken.
 */
@Component
public class OfficeTemplatesApi {

    private final OfficeTemplates templates;

    OfficeTemplatesApi(OfficeTemplates templates) {
        this.templates = templates;
    }

    /** What is filled today: the office's own where there is one, else the shipped one. */
    public byte[] current(String name) {
        return templates.current(name);
    }

    /** The office's own that holds today; empty while the shipped one does. */
    public Optional<TemplateVersion> own(String name) {
        return templates.own(name);
    }

    /** All changes, newest first. */
    public List<TemplateVersion> versions(String name) {
        return templates.versions(name);
    }

    /** The bytes of one version, as it was uploaded. */
    public byte[] version(String name, UUID id) {
        return templates.version(name, id);
    }

    /**
     * Takes a template over. Refused with a reason: macros, no .docx, above 5 MB, a bomb, secret marks, content fetched from elsewhere, and
     * whatever does not come out when it is filled with these values.
     *
     * @param title what people call the paper; stands in the history
     * @param example a value for every tag that there is, each list with at least one entry
     */
    public TemplateVersion replace(
            String name, String title, String fileName, byte[] content, Map<String, Object> example, Actor actor) {
        return templates.replace(name, title, fileName, content, example, actor);
    }

    /** From now on the shipped one; the office's own stay among the versions. */
    public void backToShipped(String name, String title, Actor actor) {
        templates.backToShipped(name, title, actor);
    }
}
