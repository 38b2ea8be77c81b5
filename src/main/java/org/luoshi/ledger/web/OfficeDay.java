package org.luoshi.ledger.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that an office of our time can mean; a year typed with a digit too many is none. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OfficeDay.Check.class)
public @interface OfficeDay {

    String message() default "{ledger.api.day}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** From 1949 to 2199. */
    class Check implements ConstraintValidator<OfficeDay, LocalDate> {

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || day.getYear() >= 1949 && day.getYear() < 2200;
        }
    }
}
