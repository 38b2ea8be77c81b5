package org.luoshi.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.luoshi.documents.core.WordJoin;
import org.luoshi.documents.core.WordTemplate;
import org.springframework.stereotype.Component;

/**
 * Word documents from .docx templates. Tags are plain names, never expressions:
 *
 * <ul>
 *   <li>{@code {{name}}}: a text
 *   <li>{@code {{?name}} … {{/name}}}: repeated for each map of a list; inside, the names of the map come before those around it
 *   <li>{@code {{?name.any}} … {{/name.any}}}: shown once, and only if the list is not empty or the text not blank
 *   <li>{@code {{#name}}} in a table row whose other cells say {@code [column]}: the row for each map of a list
 * </ul>
 *
 * A section whose two marks stand in paragraphs of their own takes these paragraphs with it.
 */
@Component
public class DocumentsApi {

    /**
     * The template with its tags filled. Values are texts or lists of such maps; what a text contains is never read as a tag, and line
     * breaks in it stay. Refused, with the tag named (DocumentError): a tag that is none of the above, one without a value, one whose
     * value is of the other kind, a section without an end, and what is no .docx.
     */
    public byte[] fill(byte[] template, Map<String, Object> values) {
        return WordTemplate.fill(template, values);
    }

    /** The same with a template of the house, as {@code minutes}. */
    public byte[] fill(String shippedTemplate, Map<String, Object> values) {
        return fill(shipped(shippedTemplate), values);
    }

    /** Documents filled from one and the same template, one after the other, each beginning on a new page that is counted from 1. */
    public byte[] join(List<byte[]> documents) {
        return WordJoin.join(documents);
    }

    /** A template of the house as it is shipped: what an office starts from when it wants its own. */
    public byte[] shipped(String name) {
        try (InputStream file = DocumentsApi.class.getResourceAsStream("/documents/" + name + ".docx")) {
            if (file == null) {
                throw new IllegalArgumentException("No template " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
