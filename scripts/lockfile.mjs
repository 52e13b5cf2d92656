/**
 * The packages of `wanted` (the lockfile's `packages`) that are not among `installed` (npm's own
 * record in node_modules) in that very version. Compared by content, because a fresh checkout says
 * nothing by its file times.
 */
export function findUninstalled(wanted, installed) {
  return Object.keys(wanted).filter((path) => {
    if (path === "") return false;
    const found = installed[path];
    // Optional packages are those of other machines: npm leaves them out on purpose.
    return found ? found.version !== wanted[path].version : !wanted[path].optional;
  });
}
