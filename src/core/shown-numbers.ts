/** Made when first used: loading the tables of `Intl` takes longer than all of `--help`. */
const formatter = (locale: string) => {
  let format: Intl.NumberFormat | undefined;
  return (value: number): string => {
    format ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    return format.format(value);
  };
};

/** `1250` → `1.250` */
export const viNumber = formatter('vi-VN');

/** `1250` → `1,250` */
export const enNumber = formatter('en-US');
