package org.luoshi.platform;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.servlet.View;

/** Turns typed templates into what a controller returns. */
public final class Html {

    private Html() {}

    /** Renders the parts one after the other. For htmx: the main fragment first, then those with hx-swap-oob. */
    public static View of(JteModel... parts) {
        return withStatus(HttpStatus.OK, parts);
    }

    /** The form once more, as typed, with its messages (422). */
    public static View invalid(JteModel form) {
        return withStatus(HttpStatus.UNPROCESSABLE_CONTENT, form);
    }

    /** The parts with another status than 200: 422 for a refused form, 409 for a conflict. */
    public static View withStatus(HttpStatus status, JteModel... parts) {
        List<JteModel> all = List.of(parts);
        return (model, request, response) -> {
            response.setStatus(status.value());
            response.setContentType("text/html;charset=UTF-8");
            // Whole before the first byte leaves: what fails in the middle is an error and not half a page.
            Utf8ByteOutput output = new Utf8ByteOutput();
            all.forEach(part -> part.render(output));
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        };
    }

    /** First message per field, in the order of the fields. */
    public static Map<String, String> errorsOf(BindingResult result) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldError error : result.getFieldErrors()) {
            errors.putIfAbsent(error.getField(), String.valueOf(error.getDefaultMessage()));
        }
        return errors;
    }
}
