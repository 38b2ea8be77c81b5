package org.luoshi.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells a program which part of its request could not be taken, and what would have been possible there. */
@Component
class BadInput {

    private final Texts texts;

    BadInput(Texts texts) {
        this.texts = texts;
    }

    /**
     * One part of the request that is wrong.
     *
     * @param field where, as {@code coUnits[2].unitId}
     * @param allowed the values of a closed list; null where there is none
     */
    record Wrong(String field, String message, @Nullable List<String> allowed) {}

    /** The problem with its list of fields; null when the fault is not one of input. */
    @Nullable
    ProblemDetail problem(Exception fault, Locale locale) {
        if (fault instanceof MethodArgumentNotValidException invalid) {
            return invalid(ofErrors(invalid.getAllErrors(), locale), locale);
        }
        if (fault instanceof HandlerMethodValidationException invalid) {
            return invalid(ofParameters(invalid), locale);
        }
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            return invalid(List.of(ofType(mismatch.getName(), mismatch.getRequiredType(), locale)), locale);
        }
        if (fault instanceof MissingServletRequestParameterException missing) {
            return invalid(List.of(required(missing.getParameterName(), locale)), locale);
        }
        if (fault instanceof MissingServletRequestPartException missing) {
            return invalid(List.of(required(missing.getRequestPartName(), locale)), locale);
        }
        return fault instanceof HttpMessageNotReadableException unreadable
                ? unreadable(unreadable.getCause(), locale)
                : null;
    }

    private ProblemDetail invalid(List<Wrong> fields, Locale locale) {
        ProblemDetail problem = ApiErrors.problem(
                HttpStatus.BAD_REQUEST, "platform.api.invalid", texts.get(locale, "platform.api.invalid"));
        problem.setProperty("fields", fields);
        return problem;
    }

    private ProblemDetail unreadable(@Nullable Throwable cause, Locale locale) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return invalid(
                    List.of(new Wrong(path(unknown), texts.get(locale, "platform.api.unknown-field"), known(unknown))),
                    locale);
        }
        if (cause instanceof InvalidFormatException format) {
            return invalid(List.of(ofType(path(format), format.getTargetType(), locale)), locale);
        }
        if (cause instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return invalid(List.of(ofType(path(mismatch), mismatch.getTargetType(), locale)), locale);
        }
        return ApiErrors.problem(
                HttpStatus.BAD_REQUEST, "platform.api.unreadable", texts.get(locale, "platform.api.unreadable"));
    }

    private static @Nullable List<String> known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? null
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList();
    }

    private List<Wrong> ofErrors(List<ObjectError> errors, Locale locale) {
        return errors.stream().map(error -> ofError(error, locale)).toList();
    }

    private Wrong ofError(ObjectError error, Locale locale) {
        String field = error instanceof FieldError one ? one.getField() : error.getObjectName();
        if (error.contains(TypeMismatchException.class)) {
            return ofType(field, error.unwrap(TypeMismatchException.class).getRequiredType(), locale);
        }
        return new Wrong(field, String.valueOf(error.getDefaultMessage()), null);
    }

    private static List<Wrong> ofParameters(HandlerMethodValidationException invalid) {
        List<Wrong> wrong = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> {
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String field = error instanceof FieldError one
                        ? one.getField()
                        : String.valueOf(result.getMethodParameter().getParameterName());
                wrong.add(new Wrong(field, String.valueOf(error.getDefaultMessage()), null));
            }
        });
        return wrong;
    }

    private Wrong ofType(String field, @Nullable Class<?> type, Locale locale) {
        if (type != null && type.isEnum()) {
            List<String> allowed =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return new Wrong(field, texts.get(locale, "platform.api.not-one-of"), allowed);
        }
        return new Wrong(field, texts.get(locale, "platform.api.wrong-type"), null);
    }

    private Wrong required(String field, Locale locale) {
        return new Wrong(field, texts.get(locale, "platform.api.required"), null);
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
