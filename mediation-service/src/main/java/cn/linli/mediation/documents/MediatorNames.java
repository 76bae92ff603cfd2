package cn.linli.mediation.documents;

import java.util.List;
import java.util.Map;

/**
 * Names of mediators, by the id on the roster or the reference they act with; who was erased or is
 * not on the roster is not there.
 */
@FunctionalInterface
interface MediatorNames {

  Map<String, String> of(List<String> ids);
}
