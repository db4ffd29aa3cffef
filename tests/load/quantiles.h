// The median and the like of many measurements.
//
//   const double median = Quantile(costs, 0.5);

#ifndef FIRSTVISIT_TESTS_LOAD_QUANTILES_H_
#define FIRSTVISIT_TESTS_LOAD_QUANTILES_H_

#include <algorithm>
#include <cstddef>
#include <vector>

namespace firstvisit {

// The value that `share` of all do not exceed; of none at all, T().
template <typename T>
T Quantile(std::vector<T> values, double share) {
  if (values.empty()) return T();
  const auto last = static_cast<double>(values.size() - 1);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * last);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_LOAD_QUANTILES_H_
