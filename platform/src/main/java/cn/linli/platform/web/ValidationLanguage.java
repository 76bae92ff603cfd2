package cn.linli.platform.web;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.function.Supplier;

/** A validator whose messages are in the language of the call it works for. */
final class ValidationLanguage implements MessageInterpolator {

  private static final ScopedValue<Language> CURRENT = ScopedValue.newInstance();

  private final MessageInterpolator interpolator;

  private ValidationLanguage(MessageInterpolator interpolator) {
    this.interpolator = interpolator;
  }

  static Validator validator() {
    var configuration = Validation.byDefaultProvider().configure();
    return configuration
        .messageInterpolator(new ValidationLanguage(configuration.getDefaultMessageInterpolator()))
        .buildValidatorFactory()
        .getValidator();
  }

  static <T> T with(Language language, Supplier<T> work) {
    return ScopedValue.where(CURRENT, language).call(work::get);
  }

  @Override
  public String interpolate(String template, Context context) {
    return interpolate(template, context, CURRENT.orElse(Language.CHINESE).locale());
  }

  @Override
  public String interpolate(String template, Context context, Locale locale) {
    return interpolator.interpolate(template, context, locale);
  }
}
