/** Drawn for this product, on a grid of 16. Always beside a name for screen readers, so hidden from them. */
const icon = (path: string) =>
  function Icon() {
    return (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    );
  };

const bubble = 'M2.5 3.5h11v7.5H7L4 13.5V11H2.5z';

export const EmailIcon = icon('M2 3.5h12v9H2zM2.5 4l5.5 4.5L13.5 4');
export const CallIcon = icon(
  'M3 2.5h2.8l1.2 3-1.7 1.2a8.5 8.5 0 0 0 4 4l1.2-1.7 3 1.2V13c0 .5-.5 1-1 1C7.300 14 2 8.700 2 3.500c0-.5.5-1 1-1z',
);
export const TextIcon = icon(`${bubble}M5 6.200h6M5 8.500h4`);
export const TextOffIcon = icon(`${bubble}M2 1.500 14.500 14`);
export const WhatsAppIcon = icon(
  'M2.200 13.800l.8-2.900a5.900 5.900 0 1 1 2.200 2.200zM6 5.500c-.6 1.800 2 4.800 4.300 4.800l.7-1.200-1.500-.9-.8.600c-.7-.3-1.300-1-1.600-1.700l.6-.6-.7-1.500z',
);
export const QuietIcon = icon('M13 9.500A5.500 5.500 0 0 1 6.500 3a5.500 5.500 0 1 0 6.500 6.500z');
export const HintIcon = icon('M8 2.500 14 13H2zM8 6.500v3M8 11.300v.1');
