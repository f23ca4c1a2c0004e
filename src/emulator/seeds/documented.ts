/** The two profiles that Gladly shows: in its API documentation, and in the log of its example scripts. */
export const documented: readonly string[] = [
  String.raw`{"name":"Martha J Williams","image":"https://www.gladly.com/your-image.jpg","address":"563 Rigoberto Station Apt. 197",
 "emails":[{"original":"Martha.Williams@gmail.com","normalized":"martha.williams@gmail.com","primary":false}],
 "phones":[{"original":"7244895501","normalized":"+17244895501","extension":"123","regionCode":"US","primary":false,"smsPreference":"OFF","type":"OFFICE"}],
 "externalCustomerId":"a21c1636-c622-48b7-bf6a-d9032645aa55","customAttributes":{"membershipNumber":"RQ564555333","membershipTier":"gold"},
 "id":"OOrlNMXeS72gs_WEX2TtMg","createdAt":"2019-02-21T07:15:18.07272933Z","updatedAt":"2019-02-21T19:50:23.486566336Z","externalCustomerIds":{"ABC12345":"54321"}}`,
  String.raw`{"address":"Address 1, CA, 12345","customAttributes":{"attr1":"hello","attr3":"world"},
 "emails":[{"normalized":"person1@person.com","original":"person1@person.com"}],"name":"Person 1's New Name",
 "phones":[{"normalized":"+16501234567","original":"650 123 4567","regionCode":"US","type":""},{"normalized":"+16501234571","original":"650 123 4571","regionCode":"US","type":""}],
 "id":"XRJvp8lSS5aD2RucjY5zkw","createdAt":"2021-09-28T21:10:10.262Z"}`,
];
