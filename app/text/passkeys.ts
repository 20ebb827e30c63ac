import { defineText } from './define-text.ts';

/** What the button for a passkey says; apart, as it stands on the page where everybody signs in. */
export const passkeysText = defineText(
  {
    busy: 'Đang chờ thiết bị…',
    faults: {
      'passkey-failed':
        'Khóa truy cập chưa được nhận: đã hủy, quá 5 phút, hoặc không thuộc tài khoản này. Chưa có gì thay đổi; hãy thử lại hoặc dùng cách khác.',
      'too-many-passkeys': 'Tài khoản đã có 20 khóa truy cập. Chưa tạo thêm; hãy gỡ bớt khóa không dùng.',
      'too-many-tries': 'Đã thử quá nhiều lần. Chưa có gì thay đổi; hãy đợi vài phút rồi thử lại.',
    },
  },
  {
    busy: 'Waiting for the device…',
    faults: {
      'passkey-failed':
        'The passkey was not taken: cancelled, older than 5 minutes, or not of this account. Nothing has changed; try again or use another way.',
      'too-many-passkeys': 'The account has 20 passkeys. No more was made; remove some that you do not use.',
      'too-many-tries': 'Too many tries. Nothing has changed; wait some minutes and try again.',
    },
  },
);

export type PasskeyFault = keyof (typeof passkeysText)['vi']['faults'];
